package dev.instant4j.model.login;

import org.jspecify.annotations.Nullable;

/**
 * The mail that brings a code to sign in with.
 *
 * @param subject has {@code {code}} in it
 * @param body HTML, has {@code {code}} in it
 * @param maybeSenderEmail who it comes from; null for the platform
 * @param maybeSenderName the sender's name; null for none
 */
public record MailTemplate(
        String subject,
        String body,
        @Nullable String maybeSenderEmail,
        @Nullable String maybeSenderName) {}
