package dev.instant4j.model.login;

/**
 * Someone by whom users of an app can sign in.
 *
 * @param id given by the platform
 * @param name such as {@code github}
 */
public record Provider(ProviderId id, String name) {}
