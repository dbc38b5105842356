/** The entrance: one class that hands the command line to {@code cli}. It may import nothing else. */
@NullMarked
package org.vivavoce;

import org.jspecify.annotations.NullMarked;
