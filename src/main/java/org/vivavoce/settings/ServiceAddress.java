package org.vivavoce.settings;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a service is, as a user writes it: with or without a scheme. Whether what is sent there leaves this computer, and whether others
 * could read it on its way, is decided here and nowhere else. A value.
 *
 * @param written empty for the partner inside the program
 */
public record ServiceAddress(String written) {

    public ServiceAddress {
        written = written.strip();
    }

    /** Whether a host is this computer, without a look-up. */
    public static boolean isThisComputer(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost") || name.endsWith(".localhost") || name.matches("127(\\.\\d{1,3}){3}")
                || name.equals("::1") || name.equals("[::1]");
    }

    /** With its scheme; where none was written, numbers stand for servers nearby, names for others. */
    public String whole() {
        boolean complete = written.isEmpty() || written.contains("://");
        boolean near = written.matches("(?s)(localhost|\\[|\\d+\\.\\d+\\.\\d+\\.\\d+).*");
        return complete ? written : (near ? "http://" : "https://") + written;
    }

    /** The host; empty where there is none, or what was written is no address. */
    public Optional<String> host() {
        try {
            return Optional.ofNullable(URI.create(whole()).getHost()).map(name -> name.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // nothing is sent there
        }
    }

    /** Whether what is sent to it does not leave this computer. */
    public boolean staysHere() {
        return host().map(ServiceAddress::isThisComputer).orElse(true);
    }

    /** The host that is talked to without encryption; empty where it is encrypted, or stays on this computer. */
    public Optional<String> hostInClear() {
        boolean plain = whole().toLowerCase(Locale.ROOT).startsWith("http:");
        return plain && !staysHere() ? host() : Optional.empty();
    }
}
