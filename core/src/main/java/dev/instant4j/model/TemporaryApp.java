package dev.instant4j.model;

import java.time.Instant;

/**
 * An app that needs no account and vanishes by itself unless it is claimed.
 *
 * @param id given by the platform
 * @param title as it was asked for
 * @param adminToken lets its bearer do everything with this app
 * @param expiresAt when the platform may remove it
 */
public record TemporaryApp(AppId id, String title, Token adminToken, Instant expiresAt) {}
