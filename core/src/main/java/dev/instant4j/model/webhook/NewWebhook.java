package dev.instant4j.model.webhook;

import java.net.URI;
import java.util.List;

/**
 * Someone to be told of changes.
 *
 * @param url where the platform is to post to; https and public
 * @param namespaces the entities whose changes to tell; at least one
 * @param actions the kinds of changes to tell; at least one
 */
public record NewWebhook(URI url, List<String> namespaces, List<Action> actions) {

    public NewWebhook {
        namespaces = List.copyOf(namespaces);
        actions = List.copyOf(actions);
    }
}
