/** Tests of the composition root on fake devices and real files. */
@NullMarked
package org.vivavoce.app;

import org.jspecify.annotations.NullMarked;
