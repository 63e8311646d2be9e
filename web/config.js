// The one place that says where the API answers and which statement is shown.
// "" is the origin that these files come from. Another one, such as "https://abc.execute-api.ca-central-1.amazonaws.com/v1",
// must know this page's origin: the parameter PageOrigins of the deployment.
export const api = "";
export const statement = "hong-kong-safe-harbour";
