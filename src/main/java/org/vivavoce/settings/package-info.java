/**
 * What the user may set, the file and the folder it is kept in, the service presets, and where keys are kept. Values without
 * threads, and stores that may be called from any thread; imports Jackson and the keyring library.
 */
@NullMarked
package org.vivavoce.settings;

import org.jspecify.annotations.NullMarked;
