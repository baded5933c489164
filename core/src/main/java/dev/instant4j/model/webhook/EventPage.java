package dev.instant4j.model.webhook;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Some events of a webhook, newest first.
 *
 * @param events at most 100
 * @param maybeNext where the next page begins; null if this is the last one
 */
public record EventPage(List<WebhookEvent> events, @Nullable EventCursor maybeNext) {

    public EventPage {
        events = List.copyOf(events);
    }

    /** Returns where the next page begins, if there is one. */
    public Optional<EventCursor> next() {
        return Optional.ofNullable(maybeNext);
    }
}
