/**
 * The command line: parses, calls, prints, and ends with an exit code. Runs on the main thread; imports {@code app} and what lies below
 * it, but no screens.
 */
@NullMarked
package org.vivavoce.cli;

import org.jspecify.annotations.NullMarked;
