package org.vivavoce.paper;

import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class PaperDocumentTest {

    private static final TextStyle SAID = new TextStyle(11.5, false, 0.1);
    private static final TextStyle ABOVE = new TextStyle(9.5, true, 0.4);

    private static final String GERMAN = "Schöne Grüße! Über den Fluß fährt eine Fähre – „wirklich“?";
    private static final String RUSSIAN = "Здравствуйте! Расскажите, пожалуйста, о себе.";
    private static final String CHINESE = "你好！今天我们聊聊你的工作。你最喜欢哪一个项目？";
    private static final String JAPANESE = "こんにちは。今日はどんな一日でしたか。";
    private static final String KOREAN = "안녕하세요, 오늘은 무엇을 했어요?";
    private static final String ARABIC = "مرحبا! كيف حالك اليوم؟ لا بأس، عندي 3 أسئلة.";
    private static final String HINDI = "नमस्ते! क्या आप हिन्दी में थोड़ी बात कर सकते हैं?";

    private static PaperDocument document() {
        return new PaperDocument("A talk", Locale.ENGLISH);
    }

    private static String textOf(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static int pagesOf(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }

    private static boolean canShow(String text) {
        return new Font(Font.SANS_SERIF, Font.PLAIN, 12).canDisplayUpTo(text) < 0;
    }

    @Test
    void whatIsOnThePageCanBeSearchedAndCopied() throws IOException {
        PaperDocument pages = document();
        pages.paragraph("You  0:05", ABOVE, GERMAN + "\n" + RUSSIAN, SAID);

        String text = textOf(pages.toPdf());

        assertTrue(text.contains("You  0:05"), text);
        assertTrue(text.contains(GERMAN), text);
        assertTrue(text.contains(RUSSIAN), text);
        assertTrue(text.contains("1 / 1"), text);
        assertEquals(List.of(), pages.missing());
    }

    @Test
    void scriptsOfEastAsiaAreSetWhereAFontHasThem() throws IOException {
        for (String said : List.of(CHINESE, JAPANESE, KOREAN)) {
            assumeTrue(canShow(said), "no font of this computer has these letters");
            PaperDocument pages = document();
            pages.paragraph(said, SAID);

            assertEquals(said, textOf(pages.toPdf()).lines().findFirst().orElse(""));
            assertEquals(List.of(), pages.missing());
        }
    }

    @Test
    void arabicIsReadFromTheRightAndItsWordsAreWhole() throws IOException {
        assumeTrue(canShow(ARABIC), "no font of this computer has these letters");
        PaperDocument pages = document();
        pages.paragraph(ARABIC, SAID);

        String text = textOf(pages.toPdf());

        for (String word : List.of("مرحبا", "كيف", "حالك", "لا", "بأس", "3", "أسئلة")) {
            assertTrue(text.contains(word), text);
        }
    }

    @Test
    void aLongTalkTurnsPagesAndLosesNoWord() throws IOException {
        PaperDocument pages = document();
        for (int i = 1; i <= 120; i++) {
            pages.paragraph("Partner  " + i + ":00", ABOVE, "This is what was said as number " + i
                    + ", and it is long enough that it does not stand in one line of the page, whatever the font of the "
                    + "computer that sets it, end" + i + ".", SAID);
            pages.space(12);
        }

        byte[] pdf = pages.toPdf();

        String text = textOf(pdf);
        for (int i = 1; i <= 120; i++) {
            assertTrue(text.contains("end" + i + "."), "end" + i);
        }
        int count = pagesOf(pdf);
        assertTrue(count > 5, "pages: " + count);
        assertTrue(text.contains(count + " / " + count), text);
        assertTrue(pdf.length < 120_000, "bytes: " + pdf.length);
    }

    @Test
    void whatNoFontHasIsASquareAndIsTold() throws IOException {
        String linearB = new String(Character.toChars(0x10000));
        PaperDocument pages = document();
        pages.paragraph("Here: " + linearB + ".", SAID);
        assumeTrue(!pages.missing().isEmpty(), "a font of this computer has even these letters");

        assertEquals(List.of("Linear b"), pages.missing());
        assertTrue(textOf(pages.toPdf()).contains("Here: □."));
    }

    @Test
    void anUnusualTextIsSetToo() throws IOException {
        PaperDocument pages = document();
        for (String text : List.of("", " ", "\t", "\n\n", "\u0000\u0007", "\u202E", "\uD83D", "e\u0301\u0302\u0303",
                "👩‍👩‍👧", "w".repeat(500), "مرحبا Hello 你好 123 שלום", "\u200F\u200E\u00AD\uFEFF")) {
            pages.paragraph(text, SAID);
        }

        assertTrue(textOf(pages.toPdf()).contains("Hello"));
    }

    /** To be looked at: {@code target/pages}. */
    @Test
    void thePagesAreDrawn() throws IOException {
        PaperDocument pages = document();
        pages.paragraph("A talk in many languages", new TextStyle(20, true, 0.1));
        pages.paragraph("21 November 2026, 10:00 · Language · 1:20", new TextStyle(10.5, false, 0.4));
        pages.space(12);
        pages.rule();
        pages.space(12);
        for (String said : List.of(GERMAN, RUSSIAN, CHINESE, JAPANESE, KOREAN, ARABIC, HINDI,
                "English and عربي كلام mixed with 中文 in one line, long enough that it goes on in a second line of the page.")) {
            pages.paragraph("Partner  0:05", ABOVE, said, SAID);
            pages.space(12);
        }
        byte[] pdf = pages.toPdf();

        BufferedImage image;
        try (PDDocument document = Loader.loadPDF(pdf)) {
            image = new PDFRenderer(document).renderImageWithDPI(0, 110);
        }
        Path folder = Files.createDirectories(Path.of("target", "pages"));
        Files.write(folder.resolve("languages.pdf"), pdf);
        ImageIO.write(image, "png", folder.resolve("languages.png").toFile());

        assertFalse(isBlank(image));
    }

    private static boolean isBlank(BufferedImage image) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if ((image.getRGB(x, y) & 0xFFFFFF) < 0x404040) {
                    return false;
                }
            }
        }
        return true;
    }
}
