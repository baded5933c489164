package dev.instant4j.model.login;

/**
 * A mail template that an app uses.
 *
 * @param id to delete it by
 * @param template what it says
 * @param isSenderVerified whether mail may come from its sender
 */
public record StoredTemplate(TemplateId id, MailTemplate template, boolean isSenderVerified) {}
