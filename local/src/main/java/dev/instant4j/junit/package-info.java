/** For tests with JUnit: a fresh app for each, on an embedded platform that all of them share. */
@NullMarked
package dev.instant4j.junit;

import org.jspecify.annotations.NullMarked;
