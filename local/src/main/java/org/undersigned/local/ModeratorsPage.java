package org.undersigned.local;

import java.io.IOException;
import java.net.BindException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.undersigned.local.Gateway.Answer;
import org.undersigned.local.Gateway.LocalPage;

/** The front end's files on a port of their own: there the moderators' page calls the API from another origin, as it mostly does when deployed. */
final class ModeratorsPage implements AutoCloseable {
    static final String SIGNED_IN = "/moderate/signed-in.html";
    private static final String CONFIG = """
        export const api = "%1$s";
        export const issuer = "%1$s";
        export const clientId = "%2$s";
        export const scope = "openid";
        export const token = "access_token";
        export const rolesClaim = "roles";
        """;

    private final Gateway gateway;

    private ModeratorsPage(Gateway gateway) {
        this.gateway = gateway;
    }

    /** Takes the port after the API's, or a free one. */
    static ModeratorsPage bind(int api) throws IOException {
        try {
            return new ModeratorsPage(Gateway.bind(api == 0 || api == 65_535 ? 0 : api + 1));
        } catch (BindException e) {
            return new ModeratorsPage(Gateway.bind(0));
        }
    }

    String origin() {
        return "http://localhost:" + gateway.port();
    }

    void start(String api, StaticFiles files) {
        String config = String.format(Locale.ROOT, CONFIG, api, AuthorizationRequest.CLIENT);
        gateway.start(
                List.of(),
                Map.of(),
                List.of(new LocalPage(
                        "GET", "/moderate/config.js", _ -> Answer.of("text/javascript; charset=utf-8", config))),
                files);
    }

    /** Leads from the API's own address to the page. */
    LocalPage door() {
        var answer =
                new Answer(303, Map.of("Location", origin() + "/moderate/", "Cache-Control", "no-store"), new byte[0]);
        return new LocalPage("GET", "/local/moderate", _ -> answer);
    }

    @Override
    public void close() {
        gateway.close();
    }
}
