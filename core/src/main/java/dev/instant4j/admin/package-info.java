/** The data of an app, as its admin reads and writes it: what to write, as whom, and what came of it. No I/O. */
@NullMarked
package dev.instant4j.admin;

import org.jspecify.annotations.NullMarked;
