package org.vivavoce.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.vivavoce.paper.Typesetter.Line;

/** A document that is set paragraph by paragraph, on as many pages of A4 as it takes. One thread at a time. */
public final class PaperDocument {

    private static final double MARGIN = 64; // points, as all that follows
    private static final double WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final double TOP = PDRectangle.A4.getHeight() - MARGIN;
    private static final double FOOT = MARGIN / 2;
    private static final TextStyle NUMBER = new TextStyle(9, false, 0.45);
    private static final int TOGETHER = 2; // so many lines at least follow a heading on its page

    private final String title;
    private final Locale language;
    private final InstalledFonts installed = new InstalledFonts();
    private final OutlineFonts fonts = new OutlineFonts();
    private final Typesetter setter;
    private final List<Sheet> sheets = new ArrayList<>();
    private double y = TOP;

    /**
     * An empty document.
     *
     * @param title    as readers show it above the window
     * @param language by which lines are broken, and which voices that read aloud speak
     */
    public PaperDocument(String title, Locale language) {
        this.title = title;
        this.language = language;
        this.setter = new Typesetter(installed, language);
        sheets.add(new Sheet(fonts));
    }

    /** Adds text, in which line breaks stay. */
    public void paragraph(String text, TextStyle style) {
        set(setter.lines(text, style, WIDTH), style);
    }

    /** Adds text with a line above it that never stands alone at the foot of a page. */
    public void paragraph(String heading, TextStyle headingStyle, String text, TextStyle style) {
        List<Line> above = setter.lines(heading, headingStyle, WIDTH);
        List<Line> below = setter.lines(text, style, WIDTH);
        double least = above.size() * headingStyle.linePoints()
                + Math.min(TOGETHER, below.size()) * style.linePoints();
        if (y - least < MARGIN) {
            turnPage();
        }
        set(above, headingStyle);
        set(below, style);
    }

    /** Leaves room, points. */
    public void space(double points) {
        y -= points;
    }

    /** A thin line across the page. */
    public void rule() {
        sheets.getLast().rule(MARGIN, MARGIN + WIDTH, y);
    }

    /** The kinds of letters that no font of this computer has, in English; empty where all was shown. */
    public List<String> missing() {
        return installed.missing();
    }

    private void set(List<Line> lines, TextStyle style) {
        for (Line line : lines) {
            if (y - style.linePoints() < MARGIN) {
                turnPage();
            }
            y -= style.linePoints();
            double indent = line.right() ? WIDTH - line.width() * style.points() / InstalledFonts.EM : 0;
            line.forms().stream().map(ShapedText.Placed::form).filter(PaperDocument::isPicture)
                    .forEach(form -> installed.isPicture(form.text().codePointAt(0)));
            sheets.getLast().draw(line.forms(), style, MARGIN + indent, y);
        }
    }

    private static boolean isPicture(ShapedText.Form form) {
        return form.outline().getBounds2D().isEmpty()
                && form.text().codePoints().noneMatch(InstalledFonts::isInvisible);
    }

    private void turnPage() {
        sheets.add(new Sheet(fonts));
        y = TOP;
    }

    /** The file. To be called once, at the end. */
    public byte[] toPdf() {
        try (PDDocument document = new PDDocument()) {
            document.getDocumentInformation().setTitle(title);
            document.getDocumentInformation().setCreator("Viva Voce");
            document.getDocumentCatalog().setLanguage(language.toLanguageTag());
            numberPages();
            COSDictionary resources = fonts.resources();
            for (Sheet sheet : sheets) {
                PDPage page = new PDPage(PDRectangle.A4);
                page.setResources(new PDResources(resources));
                page.getCOSObject().setItem(COSName.CONTENTS,
                        new PDStream(OutlineFonts.stream(sheet.content())).getCOSObject());
                document.addPage(page);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot fail to be written", e);
        }
    }

    private void numberPages() {
        for (int i = 0; i < sheets.size(); i++) {
            for (Line line : setter.lines((i + 1) + " / " + sheets.size(), NUMBER, WIDTH)) {
                double width = line.width() * NUMBER.points() / InstalledFonts.EM;
                sheets.get(i).draw(line.forms(), NUMBER, MARGIN + WIDTH - width, FOOT);
            }
        }
    }
}
