@NullMarked
package org.vivavoce.notes;

import org.jspecify.annotations.NullMarked;
