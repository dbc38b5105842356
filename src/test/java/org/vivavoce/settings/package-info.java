/** What holds of the settings, their file, their folder and the keys. */
@NullMarked
package org.vivavoce.settings;

import org.jspecify.annotations.NullMarked;
