// For the page that frames embed.html: gives each <iframe data-undersigned> the height that its content asks for.
addEventListener("message", ({ data, source, origin }) => {
  if (data?.type !== "undersigned:height" || !Number.isFinite(data.height)) return;
  for (const frame of document.querySelectorAll("iframe[data-undersigned]"))
    if (frame.contentWindow === source && new URL(frame.src).origin === origin) frame.style.height = `${data.height}px`;
});
