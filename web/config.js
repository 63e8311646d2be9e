// Where the API answers ("" is where this page comes from) and which statement to show.
// On another origin, such as "https://abc.execute-api.ca-central-1.amazonaws.com/v1", two more places must agree:
// connect-src in index.html's Content-Security-Policy, and this page's origin among the page origins of the deployment.
export const api = "";
export const statement = "hong-kong-safe-harbour";
