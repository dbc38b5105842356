package org.vivavoce.ui.review;

import atlantafx.base.theme.Styles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.vivavoce.models.Dollars;
import org.vivavoce.practice.Role;
import org.vivavoce.store.SessionId;
import org.vivavoce.store.SessionRecord;
import org.vivavoce.store.StoredMessage;
import org.vivavoce.store.StoredSession;
import org.vivavoce.ui.common.Controls;
import org.vivavoce.ui.common.Lengths;
import org.vivavoce.ui.common.SessionWords;
import org.vivavoce.ui.common.Texts;

/** A conversation to read, with what can be done with it. JavaFX thread. */
final class TranscriptPane extends VBox {

    /** Where its buttons lead that concern more than the transcript. */
    interface Ways {
        /** Goes on with a conversation. */
        void resume(SessionRecord session);

        /** Asks for a file and writes the conversation to it. */
        void export(SessionRecord session);
    }

    private static final double COLUMN = 720;
    private static final String FIRST_SOUND = "first_sound"; // as it is kept
    private static final double MICROS = 1_000_000;

    private final ReviewViewModel review;
    private final TranscriptViewModel transcript;
    private final SessionWords words;
    private final Texts texts;
    private final Ways ways;
    private final TitleRow title;
    private final TagRow tags;
    private final Label facts = Controls.text("", Styles.TEXT_MUTED);
    private final Label note = Controls.text("", Styles.TEXT_MUTED);
    private final Button resume;
    private final Button export;
    private final Button delete;
    private final FlowPane actions;
    private final DeleteQuestion question;
    private final StackPane headAround = new StackPane();
    private final MessageList messages;
    private final Subscription follows;
    private @Nullable SessionId shown;

    TranscriptPane(ReviewViewModel review, SessionWords words, Texts texts, Ways ways) {
        this.review = review;
        this.transcript = review.transcript();
        this.words = words;
        this.texts = texts;
        this.ways = ways;
        getStyleClass().add("transcript");
        title = new TitleRow(transcript, words, texts);
        tags = new TagRow(transcript, texts);
        resume = action("resume", texts.of("review.continue"), Feather.ROTATE_CW);
        resume.getStyleClass().add(Styles.ACCENT);
        export = action("export", texts.of("review.export"), Feather.DOWNLOAD);
        delete = action("delete", texts.of("review.delete"), Feather.TRASH_2);
        delete.setOnAction(event -> review.askToDelete());
        actions = new FlowPane(8, 8, resume, export, delete);
        question = new DeleteQuestion(transcript, texts);
        note.managedProperty().bind(note.visibleProperty());
        VBox head = new VBox(title, facts, tags, actions, question, note);
        head.getStyleClass().add("head");
        head.setMaxWidth(COLUMN);
        headAround.getChildren().add(head);
        headAround.getStyleClass().add("head-around");
        headAround.setAlignment(Pos.TOP_LEFT);
        headAround.setMinHeight(USE_PREF_SIZE); // the transcript gives way, not the question
        messages = new MessageList(texts);
        VBox.setVgrow(messages, Priority.ALWAYS);
        getChildren().addAll(headAround, messages);
        follows = Subscription.combine(transcript.openedProperty().subscribe(this::show),
                review.list().shownProperty().subscribe(list -> showFound()),
                transcript.askingProperty().subscribe(this::ask),
                transcript.busyProperty().subscribe(busy -> actions.setDisable(busy)),
                transcript.exportedProperty().subscribe(file -> showNote()),
                review.listening().soundingProperty().subscribe(position -> messages.eachBox(
                        box -> showSounding(box, position))));
    }

    private static Button action(String id, String text, Feather icon) {
        Button button = Controls.button(text, icon, () -> {});
        button.setId(id);
        return button;
    }

    /** Where it was just written to, or else why it cannot go on. */
    private void showNote() {
        Optional<String> written = transcript.exportedProperty().get()
                .map(export -> Stream.concat(Stream.of(texts.of("review.exported", export.file())),
                        export.remark().stream()).collect(Collectors.joining(". ")));
        Optional<String> gone = transcript.openedProperty().get().map(StoredSession::session)
                .filter(session -> words.mode(session).isEmpty())
                .map(session -> texts.of("review.mode-gone", session.begun().modeName()));
        String sentence = written.or(() -> gone).orElse("");
        note.setVisible(!sentence.isEmpty());
        note.setText(sentence);
    }

    private void ask(boolean asking) {
        boolean asked = question.isVisible();
        actions.setVisible(!asking);
        actions.setManaged(!asking);
        question.setVisible(asking);
        if (asking) {
            question.focus();
        } else if (asked) {
            delete.requestFocus();
        }
    }

    private void show(Optional<StoredSession> opened) {
        headAround.setVisible(opened.isPresent());
        messages.setVisible(opened.isPresent());
        opened.ifPresent(this::show);
    }

    private void show(StoredSession whole) {
        SessionRecord session = whole.session();
        title.show(session);
        tags.show(session.tags());
        facts.setText(String.join(" · ", facts(whole)));
        resume.setOnAction(event -> ways.resume(session));
        export.setOnAction(event -> ways.export(session));
        resume.setDisable(words.mode(session).isEmpty());
        showNote();
        if (!session.id().equals(shown)) { // else it has but another title, or other tags
            shown = session.id();
            showMessages(whole);
        }
    }

    private List<String> facts(StoredSession whole) {
        SessionRecord session = whole.session();
        List<String> facts = new ArrayList<>();
        if (!session.title().isEmpty()) {
            facts.add(words.practised(session));
        }
        facts.addAll(List.of(words.date(session.begun().started()), words.length(session.length()),
                words.messages(session.messages())));
        usualWait(whole).map(wait -> texts.of("review.usual-wait", Lengths.seconds(wait))).ifPresent(facts::add);
        whole.cost().map(cost -> cost.dollarsMicros()).filter(micros -> micros.isPresent() && micros.getAsLong() > 0)
                .ifPresent(micros -> facts.add(Dollars.about(OptionalDouble.of(micros.getAsLong() / MICROS))));
        return facts;
    }

    /** From when the user was last heard to the first sound of the reply, in the middle of all. */
    private static Optional<Duration> usualWait(StoredSession whole) {
        List<Long> waits = whole.latencies().stream().flatMap(each -> Stream.ofNullable(each.millis().get(FIRST_SOUND)))
                .sorted().toList();
        return waits.isEmpty() ? Optional.empty() : Optional.of(Duration.ofMillis(waits.get(waits.size() / 2)));
    }

    private void showMessages(StoredSession whole) {
        SessionRecord session = whole.session();
        boolean rightToLeft = words.language(session).filter(language -> "rtl".equals(language.direction()))
                .isPresent();
        String partner = words.partner(session);
        messages.show(whole.messages().stream().filter(each -> each.message().role() != Role.DIRECTION) // nobody said it
                .toList(), message -> box(message, partner, rightToLeft));
        showFound();
    }

    private SaidBox box(StoredMessage message, String partner, boolean rightToLeft) {
        SaidBox box = new SaidBox(message, partner, rightToLeft, voice(message.position()), texts);
        showSounding(box, review.listening().soundingProperty().get());
        return box;
    }

    private static void showSounding(SaidBox box, OptionalInt position) {
        box.showSounding(position.equals(OptionalInt.of(box.position())));
    }

    private Optional<SaidBox.Voice> voice(int position) {
        ListeningViewModel listening = review.listening();
        return listening.has(position) ? Optional.of(new SaidBox.Voice() {
            @Override
            public void toggle() {
                listening.toggle(position);
            }

            @Override
            public void from(double fraction) {
                listening.play(position, fraction);
            }
        }) : Optional.empty();
    }

    /** Goes to the message with the words that are searched for. */
    private void showFound() {
        Optional<Row> row = review.chosenRow().filter(chosen -> chosen.session().id().equals(shown));
        messages.showFound(row.flatMap(Row::found).map(message -> OptionalInt.of(message.position()))
                .orElse(OptionalInt.empty()));
    }

    /** What has the focus while the user reads. */
    Node text() {
        return messages;
    }

    /** Lets the user write another title. */
    void rename() {
        title.edit();
    }

    void close() {
        follows.unsubscribe();
    }
}
