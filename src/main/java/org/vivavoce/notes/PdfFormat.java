package org.vivavoce.notes;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;

/** PDF: the text of its pages in the order in which they are read. Scanned pages have none. Immutable. */
final class PdfFormat implements NotesFormat {

    @Override
    public Set<String> endings() {
        return Set.of("pdf");
    }

    @Override
    public String text(Path file, int mostCharacters) throws IOException, WrongFormatException, TooLongException {
        LimitedText text = new LimitedText(mostCharacters);
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setLineSeparator("\n");
            stripper.setParagraphEnd("\n\n");
            stripper.writeText(document, text);
            return text.toString();
        } catch (InvalidPasswordException e) {
            throw new WrongFormatException();
        } catch (IOException | RuntimeException e) { // what is damaged is met anywhere
            if (text.isFull()) {
                throw new TooLongException();
            }
            throw new WrongFormatException();
        }
    }

    /** Takes no more than is wanted. Used by one thread. */
    private static final class LimitedText extends Writer {
        private final StringBuilder text = new StringBuilder();
        private final int most;
        private boolean full;

        LimitedText(int most) {
            this.most = most;
        }

        boolean isFull() {
            return full;
        }

        @Override
        public void write(char[] characters, int offset, int length) throws IOException {
            if (text.length() + length > most) {
                full = true;
                throw new IOException("too long");
            }
            text.append(characters, offset, length);
        }

        @Override
        public void flush() {
            // nothing waits
        }

        @Override
        public void close() {
            // nothing is open
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
