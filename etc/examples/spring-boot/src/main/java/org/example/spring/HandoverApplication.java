package org.example.spring;

import org.egcg.reporting.client.Communicator;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** A Spring Boot application with the client as a bean. */
@SpringBootApplication
@EnableConfigurationProperties(ReportingProperties.class)
public class HandoverApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(HandoverApplication.class, arguments);
    }

    /** One for all threads of the application; Spring closes it. */
    @Bean
    Communicator reporting(ReportingProperties properties) {
        return Communicator.builder()
                .url(properties.url())
                .basic(properties.username(), properties.password())
                .rereadOnMismatch(3)
                .build();
    }

    @Bean
    CommandLineRunner handover(RunHandover handover) {
        return arguments -> System.out.println(handover.handIn("spring_run"));
    }
}
