package org.undersigned.local;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Where somebody says who they are: no password, as it is their own machine. */
final class SignInPage {
    private static final String PAGE = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Sign in to the local run</title>
        <style>
        :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
        body { max-width: 22rem; margin: 10vh auto; padding: 0 1.25rem; }
        h1 { font-size: 1.35rem; }
        label, fieldset { display: block; margin: 1.25rem 0 0; padding: 0; border: 0; }
        input:not([type]) { width: 100%%; padding: .6rem; font: inherit; box-sizing: border-box; }
        button { margin: 1.5rem .5rem 0 0; padding: .6rem 1.25rem; font: inherit; }
        </style>
        </head>
        <body>
        <main>
        <h1>Sign in to the local run</h1>
        <p>%s</p>
        <form method="post" action="/authorize">
        %s
        <label>Name <input name="name" value="%s" maxlength="255" required autofocus></label>
        <fieldset><legend>Role</legend>
        <label><input type="radio" name="role" value="moderator" checked> Moderator</label>
        <label><input type="radio" name="role" value="administrator"> Administrator</label>
        </fieldset>
        <button name="answer" value="sign-in">Sign in</button>
        <button name="answer" value="cancel" formnovalidate>Cancel</button>
        </form>
        </main>
        </body>
        </html>
        """;

    private SignInPage() {}

    static String of(AuthorizationRequest request, String about, String name) {
        String hidden =
                request.own().entrySet().stream().map(SignInPage::hidden).collect(Collectors.joining("\n"));
        return String.format(Locale.ROOT, PAGE, PlainPage.escape(about), hidden, PlainPage.escape(name));
    }

    private static String hidden(Map.Entry<String, String> field) {
        return "<input type=\"hidden\" name=\"" + field.getKey() + "\" value=\"" + PlainPage.escape(field.getValue())
                + "\">";
    }
}
