package io.kindred.serving.security;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The host names under which a server answers. A page from elsewhere can make a browser send requests to a server on the
 * loopback address by letting its own name resolve to it (DNS rebinding); the Host header then has the foreign name.
 */
final class HostNames {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Set<String> allowed;

    private HostNames(Set<String> allowed) {
        this.allowed = allowed;
    }

    /**
     * @param boundTo the address the server is bound to
     * @param configured further names; when empty and not bound to loopback, every name is allowed
     */
    static HostNames of(String boundTo, Optional<List<String>> configured) {
        Set<String> names = new HashSet<>();
        configured.ifPresent(list -> list.forEach(name -> names.add(name.strip().toLowerCase(Locale.ROOT))));
        if (names.isEmpty() && !isLoopback(boundTo)) {
            return new HostNames(Set.of());
        }
        names.addAll(LOOPBACK);
        return new HostNames(names);
    }

    /**
     * Whether the server answers under a name.
     *
     * @param host the request's host, with or without a port; null where it has none
     */
    boolean allows(String host) {
        return allowed.isEmpty() || (host != null && allowed.contains(withoutPort(host)));
    }

    private static boolean isLoopback(String address) {
        return address.equals("localhost")
                || address.startsWith("127.")
                || address.equals("::1")
                || address.equals("[::1]");
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        String name = colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
        return name.toLowerCase(Locale.ROOT);
    }
}
