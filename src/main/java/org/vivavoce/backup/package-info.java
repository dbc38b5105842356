/**
 * All that is kept as one file, and back: a backup is written while the program runs, looked through before it is restored, and takes the
 * place of what is there when nobody has it open. Any thread that may wait for a disk. Imports settings and store.
 */
@NullMarked
package org.vivavoce.backup;

import org.jspecify.annotations.NullMarked;
