package org.bourse.exchange;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which package may know which, and who may touch files and FIX. */
class PackageRulesTest {
  private static final String BASE = "org.bourse.exchange.";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.bourse.exchange");

  @ParameterizedTest
  @CsvSource({
    "model, ''",
    "command, model",
    "event, model",
    "engine, model command event",
    "journal, command",
    "snapshot, engine journal",
    "sequencer, engine journal snapshot command event model",
    "access, model",
    "config, model access marketdata",
    "marketdata, event model",
    "fix, sequencer access marketdata model command event journal",
    "venue, sequencer command event model",
    "web, venue command model",
    "tools, fix sequencer snapshot engine journal model",
  })
  void shouldKnowOnlyWhatItMay(String name, String known) {
    String[] allowed = (name + " " + known).trim().split(" ");
    classes()
        .that()
        .resideInAPackage(BASE + name + "..")
        .should()
        .onlyDependOnClassesThat(isOfOneOf(allowed))
        .check(CLASSES);
  }

  @Test
  void shouldHaveNoCyclesBetweenPackages() {
    slices().matching(BASE + "(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void shouldLetOnlyFixKnowQuickFix() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + "fix..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("quickfix..", "org.apache.mina..")
        .check(CLASSES);
  }

  @Test
  void shouldLetOnlyTheSnapshotKnowChronicle() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + "snapshot..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("net.openhft..")
        .check(CLASSES);
  }

  @Test
  void shouldLetOnlyTheJournalOpenFilesToWrite() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + "journal..")
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java\\.nio\\.channels\\.File.*|java\\.io\\.(RandomAccess|FileOut).*")
        .check(CLASSES);
  }

  /** The journal as others see it: not its segments, records or recovery. */
  @Test
  void shouldLetFixKnowTheJournalOnlyAsALog() {
    noClasses()
        .that()
        .resideInAPackage(BASE + "fix..")
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "are of the journal, and neither log, reader nor storage",
                (JavaClass type) ->
                    type.getPackageName().equals(BASE + "journal")
                        && !type.getSimpleName()
                            .matches(
                                "Journal|JournalReader|RecordHandler|Storage|TornTail"
                                    + "|JournalScan|JournalDamagedException|Findings")))
        .check(CLASSES);
  }

  private static DescribedPredicate<JavaClass> isOfOneOf(String... names) {
    return DescribedPredicate.describe(
        "are of " + String.join(", ", names) + ", or not ours",
        type -> {
          String other = type.getPackageName();
          if (!(other + ".").startsWith(BASE)) {
            return true;
          }
          for (String name : names) {
            if ((other + ".").startsWith(BASE + name + ".")) {
              return true;
            }
          }
          return false;
        });
  }
}
