package io.github.confgate.fact.java;

import java.util.Set;

/**
 * LDAP through JNDI and Spring's {@code LdapContextSource}, which sets none: without {@code com.sun.jndi.ldap.read.timeout}
 * "the default is to wait for the response until it is received" (documentation of the JDK's module {@code java.naming}).
 */
final class LdapClient {

    static final Client CLIENT = new Client(
            "LDAP",
            Set.of(
                    "#java.naming.provider.url",
                    "#PROVIDER_URL",
                    "LdapContextSource.setUrl",
                    "LdapContextSource.setUrls",
                    "DefaultSpringSecurityContextSource.setUrl",
                    "new DefaultSpringSecurityContextSource",
                    "new InitialDirContext",
                    "new InitialLdapContext"),
            Set.of("LdapContextSource", "DefaultSpringSecurityContextSource"),
            Set.of(
                    "new LdapContextSource",
                    "new DefaultSpringSecurityContextSource",
                    "new InitialDirContext",
                    "new InitialLdapContext"),
            Set.of("com.sun.jndi.ldap.read.timeout"),
            "ms",
            null);

    private LdapClient() {}
}
