package org.bourse.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private final JavaClasses classes = new ClassFileImporter().importPackages("org.bourse");

  @Test
  void shouldKnowNothingOfTheExchange() {
    noClasses()
        .that()
        .resideInAPackage("org.bourse.client..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.bourse.exchange..")
        .because("the client proves the exchange from outside")
        .check(classes);
  }

  @Test
  void shouldHaveNoCyclesBetweenPackages() {
    slices().matching("org.bourse.client.(*)..").should().beFreeOfCycles().check(classes);
  }
}
