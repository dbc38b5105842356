/** Tests of backups. */
@NullMarked
package org.vivavoce.backup;

import org.jspecify.annotations.NullMarked;
