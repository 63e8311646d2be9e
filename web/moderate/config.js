// The one place that says whom the moderators' page calls. As it stands, it is for `./run-local`.
// The API; "" is the origin that these files come from. Another one must know this page's origin: the parameter AdminOrigins.
export const api = "";
// The OpenID Connect issuer of the parameter AdminIssuer; "" is this origin. It must know this page as a public client with
// PKCE, and the address of signed-in.html beside this file as where it may send people back.
export const issuer = "";
export const clientId = "undersigned-moderators";
export const scope = "openid";
// Which token the API takes, "access_token" or "id_token", and the claim that names roles (the parameter RolesClaim).
export const token = "access_token";
export const rolesClaim = "roles";
