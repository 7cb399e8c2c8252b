package org.example.spring;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** What {@code application.yaml} says of the reporting API. */
@ConfigurationProperties("reporting")
public record ReportingProperties(String url, String username, String password) {}
