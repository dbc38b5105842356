/**
 * What the user gives the partner to know: a résumé, a job advert, notes, read from files and searched for what fits a question. Any
 * thread that may wait for the disk; imports nothing of ours.
 */
@NullMarked
package org.vivavoce.notes;

import org.jspecify.annotations.NullMarked;
