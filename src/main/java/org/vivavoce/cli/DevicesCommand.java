package org.vivavoce.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.vivavoce.audio.JavaSoundSystem;
import org.vivavoce.audio.RealTimePacer;
import org.vivavoce.audio.SoundSystem;
import picocli.CommandLine.Command;

/** {@code vivavoce devices}: names of microphones and loudspeakers. */
@Command(name = "devices", mixinStandardHelpOptions = true, description = "List the microphones and loudspeakers of this computer.")
final class DevicesCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        SoundSystem sound = new JavaSoundSystem(new RealTimePacer());
        print("Microphones", sound.microphones());
        print("Loudspeakers", sound.loudspeakers());
        return ExitCodes.DONE;
    }

    private static void print(String what, List<String> names) {
        System.out.println(what + ":");
        if (names.isEmpty()) {
            System.out.println("  none");
        }
        names.forEach(name -> System.out.println("  " + name));
    }
}
