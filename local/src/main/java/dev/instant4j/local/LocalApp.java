package dev.instant4j.local;

import dev.instant4j.model.AppId;
import dev.instant4j.model.Token;

/**
 * An app on an embedded platform.
 *
 * @param id given by the platform
 * @param adminToken lets its bearer do everything with this app
 */
public record LocalApp(AppId id, Token adminToken) {}
