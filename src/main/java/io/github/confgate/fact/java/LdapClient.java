package io.github.confgate.fact.java;

import java.util.Set;

/**
 * LDAP through JNDI and Spring's {@code LdapContextSource}: "If this property has not been specified, the default is to wait
 * for the response until it is received" ({@code com.sun.jndi.ldap.read.timeout}, JNDI LDAP provider of the JDK).
 */
final class LdapClient {

    static final Client CLIENT = new Client(
            "LDAP",
            Set.of(
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
