package dev.instant4j.model.webhook;

/** Numbers the events of a webhook, such as {@code 0/328/48953748}. */
public record EventIsn(String value) {

    /**
     * Checks that it can be sent.
     *
     * @throws IllegalArgumentException if there is anything but letters, digits and slashes in it
     */
    public EventIsn {
        if (!value.matches("[0-9A-Za-z/]+")) {
            throw new IllegalArgumentException("An event is numbered like 0/328/48953748, not " + value + ".");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
