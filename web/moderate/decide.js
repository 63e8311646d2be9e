const AT_ONCE = 100;

/** Sends decisions in pieces; where one fails, tells which are not decided. Each names the version that was seen. */
export async function decide(api, path, signatures, decision, progress, keepalive) {
  const results = [];
  for (let from = 0; from < signatures.length; from += AT_ONCE) {
    if (signatures.length > AT_ONCE) progress(from, signatures.length);
    const body = { ...decision, signatures: signatures.slice(from, from + AT_ONCE).map(({ id, version }) => ({ id, version })) };
    try {
      results.push(...(await api.json(`${path}/decisions`, { method: "POST", body, keepalive })).results);
    } catch (failure) {
      if (failure.status === undefined) throw failure;
      return { results, failure, undone: signatures.slice(from).map(({ id }) => id) };
    }
  }
  return { results, undone: [] };
}
