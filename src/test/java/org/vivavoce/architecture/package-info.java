/** The borders of design.md as tests: which package may import which, and what happens in one place only. */
@NullMarked
package org.vivavoce.architecture;

import org.jspecify.annotations.NullMarked;
