/** The HTTP side of the platform: from requests to services and from their results to answers. Decides nothing. */
@NullMarked
package dev.instant4j.local.http;

import org.jspecify.annotations.NullMarked;
