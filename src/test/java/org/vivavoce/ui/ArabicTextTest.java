package org.vivavoce.ui;

import javafx.geometry.NodeOrientation;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.vivavoce.ui.common.Controls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@ExtendWith(ApplicationExtension.class)
class ArabicTextTest {

    private static final String TEXT = "أهلاً! سعيد بالحديث معك. كيف حالك اليوم؟";
    private static final int NARROWEST = 60;
    private static final int WIDEST = 420;

    private static Text laidOut(Label label, int width) {
        VBox box = new VBox(label);
        new Scene(box, width, 300);
        box.applyCss();
        box.layout();
        return (Text) label.lookup(".text");
    }

    @ParameterizedTest
    @EnumSource(value = NodeOrientation.class, names = {"LEFT_TO_RIGHT", "RIGHT_TO_LEFT"})
    void itWrapsInAWindowOfAnyWidth(NodeOrientation orientation) {
        WindowThread.run(() -> {
            for (int width = NARROWEST; width < WIDEST; width++) {
                Label label = Controls.text(TEXT);
                label.setNodeOrientation(orientation);
                Text shown = laidOut(label, width);
                assertEquals(TEXT, shown.getText().replace('\n', ' '));
                assertTrue(shown.getLayoutBounds().getWidth() <= width, "at " + width);
                assertTrue(label.getHeight() >= shown.getLayoutBounds().getHeight(), "at " + width);
            }
        });
    }

    @Test
    void aTextMayBecomeArabicAndAnotherOneAgain() {
        WindowThread.run(() -> {
            Label label = Controls.text("Good morning to you and to all who are with you");
            VBox box = new VBox(label);
            new Scene(box, 120, 300);
            box.applyCss();
            box.layout();
            label.setText(TEXT);
            box.layout();
            assertEquals(TEXT, ((Text) label.lookup(".text")).getText().replace('\n', ' '));
            label.setText("Good night");
            box.layout();
            assertEquals("Good night", ((Text) label.lookup(".text")).getText());
        });
    }
}
