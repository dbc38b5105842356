/**
 * Text of any script, set on pages and written as PDF: letters are shaped by the system's own fonts, so that what the screen can show the
 * page can too. Functions of text; touches no disk. Imports nothing of the program, java.awt's fonts and PDFBox.
 */
@NullMarked
package org.vivavoce.paper;

import org.jspecify.annotations.NullMarked;
