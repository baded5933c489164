package dev.instant4j.model.login;

import java.util.List;

/**
 * How users of an app sign in.
 *
 * @param providers by whom
 * @param clients what the app is to them
 * @param origins where users may come from
 * @param defaultSender who mails codes if nobody else is set
 */
public record LoginSettings(
        List<Provider> providers, List<LoginClient> clients, List<Origin> origins, String defaultSender) {

    public LoginSettings {
        providers = List.copyOf(providers);
        clients = List.copyOf(clients);
        origins = List.copyOf(origins);
    }
}
