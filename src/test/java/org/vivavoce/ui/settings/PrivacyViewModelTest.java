package org.vivavoce.ui.settings;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vivavoce.settings.Settings;
import org.vivavoce.settings.Settings.Endpoint;
import org.vivavoce.ui.ScriptedProgram;
import org.vivavoce.ui.common.PartnerModel;
import org.vivavoce.ui.common.Program;
import org.vivavoce.ui.common.SettingsModel;
import org.vivavoce.ui.common.Texts;
import org.vivavoce.ui.settings.ServiceViewModel.Part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PrivacyViewModelTest {

    private final Program program = new ScriptedProgram().program();
    private final SettingsModel settings = new SettingsModel(Settings.defaults(), program.start().store(),
            Runnable::run, Runnable::run);
    private final PartnerModel partner = new PartnerModel(settings, program.services(), Runnable::run, Runnable::run);
    private final SettingsViewModel all = new SettingsViewModel(program, settings, partner, new Texts(),
            Runnable::run);

    private List<String> headings() {
        return all.privacy().topics().stream().map(PrivacyViewModel.Topic::heading).toList();
    }

    private String text() {
        return all.privacy().topics().stream().flatMap(topic -> topic.sentences().stream())
                .collect(Collectors.joining(" "));
    }

    @Test
    void withTheBuiltInPartnerNothingLeaves() {
        assertEquals(List.of("Nothing", "What stays on this computer"), headings());
        assertTrue(text().contains(program.start().dataFolder().toString()));
    }

    @Test
    void whatGoesToAServiceIsNamedWithItsHost() {
        all.service().choose("openai");
        assertEquals(List.of("Speech recognition, to api.openai.com", "Chat model, to api.openai.com",
                "Voice, to api.openai.com", "Besides", "What stays on this computer"), headings());
        assertFalse(text().contains("not encrypted"));
    }

    @Test
    void whatIsNotEncryptedIsSaid() {
        all.service().choose("local");
        assertEquals("Nothing", headings().getFirst());
        all.service().change(Part.SPEECH, new Endpoint("http://nas.home:8000", "", ""));
        assertEquals("Voice, to nas.home", headings().getFirst());
        assertTrue(text().contains("nothing is sent there"));
        all.service().allowInClear("nas.home", true);
        assertTrue(text().contains("others in the network could listen"));
    }

    @Test
    void afterLeavingThePageNothingIsFollowed() {
        all.privacy().close();
        all.service().choose("openai");
        assertEquals("Nothing", headings().getFirst());
    }
}
