package org.undersigned.wording;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The one style sheet of the pages, in the statement page's colours; every pair of colours has a contrast of at least 6:1. */
final class Style {
    static final String SHEET = """
        :root {
          color-scheme: light dark;
          --ink: #22201c; --quiet: #625c52; --ground: #fffefb; --line: #e2dccf;
          --accent: #23406e; --on-accent: #ffffff;
          --serif: "Iowan Old Style", "Palatino Linotype", Palatino, Charter, Georgia, "Noto Serif", serif;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --ink: #ebe7df; --quiet: #b3ada2; --ground: #191a1c; --line: #393836;
            --accent: #a9c5f0; --on-accent: #14233c;
          }
        }
        :lang(ar) { --serif: "Noto Naskh Arabic", "Geeza Pro", "Traditional Arabic", serif; }
        :lang(zh) { --serif: "Songti SC", "Songti TC", "Noto Serif CJK SC", "Noto Serif CJK TC", "SimSun", serif; }
        * { box-sizing: border-box; }
        body {
          margin: 0; background: var(--ground); color: var(--ink);
          font: 1.125rem/1.6 system-ui, sans-serif; overflow-wrap: anywhere;
        }
        main { max-width: 38rem; margin: 0 auto; padding: 2rem 1.25rem 3rem; }
        h1 { margin: 0 0 1rem; font: 600 1.75rem/1.25 var(--serif); text-wrap: balance; }
        h2 { margin: 2.5rem 0 1rem; font: 600 1.375rem/1.25 var(--serif); }
        :is(h1, h2):is(:lang(ar), :lang(zh)) { line-height: 1.45; }
        dl { margin: 1.5rem 0; padding: 1rem 0 .25rem; border: solid var(--line); border-width: 1px 0; }
        dt { color: var(--quiet); font-size: 1rem; }
        dd { margin: 0 0 .75rem; font-weight: 600; }
        details { margin: 1.5rem 0; }
        summary { padding: .5rem 0; color: var(--accent); font-weight: 600; cursor: pointer; }
        details h2, details h3, details h4, details h5, details h6 { margin: 1.5rem 0 .5rem; font-size: 1.125rem; }
        blockquote { margin: 1rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); }
        pre { white-space: pre-wrap; }
        button {
          width: 100%; min-height: 3.5rem; padding: .75rem 1.5rem; border: 2px solid transparent;
          border-radius: .3rem; background: var(--accent); color: var(--on-accent);
          font: inherit; font-weight: 700; overflow-wrap: anywhere; cursor: pointer;
        }
        h2 ~ form button { border-color: var(--accent); background: none; color: var(--accent); }
        label { display: flex; gap: .75rem; margin: 0 0 1rem; padding: .5rem 0; }
        .field { display: block; }
        .field span { color: var(--quiet); font-size: 1rem; }
        .field input {
          display: block; width: 100%; min-height: 2.75rem; padding: .5rem .75rem; border: 1px solid var(--quiet);
          border-radius: .3rem; background: var(--ground); color: var(--ink); font: inherit;
        }
        input[type=checkbox] { flex: none; width: 1.5rem; height: 1.5rem; margin: .2rem 0 0; accent-color: var(--accent); }
        a { display: inline-block; padding: .25rem 0; color: var(--accent); }
        details a { display: inline; padding: 0; }
        .note { color: var(--quiet); font-size: 1rem; }
        :focus-visible { outline: 3px solid var(--ink); outline-offset: 3px; }
        """;

    private Style() {}

    /** The hash by which a Content-Security-Policy allows exactly this style sheet. */
    static String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(SHEET.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
