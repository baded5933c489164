/**
 * How requests travel: what is sent, what counts as an answer, how long to wait, what is kept out of messages. Uses
 * Vert.x' HTTP client directly, as the web client on top of it can't reset an exchange whose body only drips.
 */
@NullMarked
package dev.instant4j.client.internal;

import org.jspecify.annotations.NullMarked;
