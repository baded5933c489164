package dev.instant4j.client.internal;

import io.vertx.core.buffer.Buffer;

/** An answer as it arrived. */
record RawAnswer(int status, Buffer body) {}
