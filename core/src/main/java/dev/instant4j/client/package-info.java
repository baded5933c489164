/** The reactive client of a platform: one facade, and one type per kind of resource. Knows no JSON keys and no plans. */
@NullMarked
package dev.instant4j.client;

import org.jspecify.annotations.NullMarked;
