/** Tests of what the command line says. */
@NullMarked
package org.vivavoce.cli;

import org.jspecify.annotations.NullMarked;
