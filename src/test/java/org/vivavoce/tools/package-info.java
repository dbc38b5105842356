@NullMarked
package org.vivavoce.tools;

import org.jspecify.annotations.NullMarked;
