// Hands the issuer's answer to the page that asked, which alone has the verifier; the code leaves this window's address.
const answer = Object.fromEntries(new URLSearchParams(location.search));
history.replaceState(null, "", location.pathname);
new BroadcastChannel("undersigned-sign-in").postMessage(answer);
setTimeout(() => close(), 50);
