<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>planner</name>
    <message>
        <source> (encrypted)</source>
        <translation> (verschlüsselt)</translation>
    </message>
    <message>
        <source> (first {most} shown)</source>
        <translation> (die ersten {most} gezeigt)</translation>
    </message>
    <message>
        <source> (read-only)</source>
        <translation> (schreibgeschützt)</translation>
    </message>
    <message>
        <source> ({value} other services do so too)</source>
        <translation> ({value} andere Services ebenso)</translation>
    </message>
    <message>
        <source> It needs a scenario: close this and choose New… beside the scenario.</source>
        <translation> Es benötigt ein Szenario: Schließen Sie dies und wählen Sie „Neu …“ neben dem Szenario.</translation>
    </message>
    <message>
        <source> It needs an exercise or incident, and the plan has none.</source>
        <translation> Es benötigt eine Übung oder einen Vorfall, und der Plan hat keinen.</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source> and all is back {back} after it</source>
        <translation> und alles ist {back} danach wieder da</translation>
    </message>
    <message>
        <source> and carries on for {tolerance}</source>
        <translation> und arbeitet noch {tolerance} weiter</translation>
    </message>
    <message>
        <source> and its backup</source>
        <translation> und ihre Sicherung</translation>
    </message>
    <message>
        <source> and its {count} backups</source>
        <translation> und ihre {count} Sicherungen</translation>
    </message>
    <message>
        <source> and of the rest of the consistency group {group}</source>
        <translation> und der übrigen Konsistenzgruppe {group}</translation>
    </message>
    <message>
        <source> and {number} more</source>
        <translation> und {number} weitere</translation>
    </message>
    <message>
        <source> and {value} more</source>
        <translation> und {value} weitere</translation>
    </message>
    <message>
        <source> because {provider} is lost at {lost_at}</source>
        <translation>, weil {provider} bei {lost_at} verloren geht</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tagen</translation>
    </message>
    <message>
        <source> from {degraded_at}</source>
        <translation> ab {degraded_at}</translation>
    </message>
    <message>
        <source> from {down_at} unless recovered before</source>
        <translation> ab {down_at}, wenn nicht vorher wiederhergestellt</translation>
    </message>
    <message>
        <source> of failure</source>
        <translation> of Failure</translation>
    </message>
    <message>
        <source> of {pages}</source>
        <translation> von {pages}</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source> plus {wrt} of catching up</source>
        <translation> plus {wrt} Nacharbeit</translation>
    </message>
    <message>
        <source> through {through}</source>
        <translation> über {through}</translation>
    </message>
    <message>
        <source> · carries on {tolerance}</source>
        <translation> · arbeitet {tolerance} weiter</translation>
    </message>
    <message>
        <source> · one of several</source>
        <translation> · einer von mehreren</translation>
    </message>
    <message>
        <source> · soft</source>
        <translation> · weich</translation>
    </message>
    <message>
        <source> – draft</source>
        <translation> – Entwurf</translation>
    </message>
    <message numerus="yes">
        <source>%n RTOs</source>
        <translation>
            <numerusform>%n RTO</numerusform>
            <numerusform>%n RTOs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cells</source>
        <translation>
            <numerusform>%n Zelle</numerusform>
            <numerusform>%n Zellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed fields</source>
        <translation>
            <numerusform>%n geändertes Feld</numerusform>
            <numerusform>%n geänderte Felder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n closed groups</source>
        <translation>
            <numerusform>%n geschlossene Gruppe</numerusform>
            <numerusform>%n geschlossene Gruppen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cut sets</source>
        <translation>
            <numerusform>%n Minimalschnitt</numerusform>
            <numerusform>%n Minimalschnitte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n differences</source>
        <translation>
            <numerusform>%n Unterschied</numerusform>
            <numerusform>%n Unterschiede</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n injects</source>
        <translation>
            <numerusform>%n Einlage</numerusform>
            <numerusform>%n Einlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n links</source>
        <translation>
            <numerusform>%n Verbindung</numerusform>
            <numerusform>%n Verbindungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n measured times</source>
        <translation>
            <numerusform>%n gemessene Zeit</numerusform>
            <numerusform>%n gemessene Zeiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n measurements</source>
        <translation>
            <numerusform>%n Messung</numerusform>
            <numerusform>%n Messungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n names</source>
        <translation>
            <numerusform>%n Name</numerusform>
            <numerusform>%n Namen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new requirements</source>
        <translation>
            <numerusform>%n neue Abhängigkeit</numerusform>
            <numerusform>%n neue Abhängigkeiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new services</source>
        <translation>
            <numerusform>%n neuer Service</numerusform>
            <numerusform>%n neue Services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other services</source>
        <translation>
            <numerusform>%n anderen Service</numerusform>
            <numerusform>%n andere Services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages</source>
        <translation>
            <numerusform>%n Seite</numerusform>
            <numerusform>%n Seiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n points</source>
        <translation>
            <numerusform>%n Punkt</numerusform>
            <numerusform>%n Punkte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requirements</source>
        <translation>
            <numerusform>%n Abhängigkeit</numerusform>
            <numerusform>%n Abhängigkeiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected services</source>
        <translation>
            <numerusform>%n ausgewählter Service</numerusform>
            <numerusform>%n ausgewählte Services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n services</source>
        <translation>
            <numerusform>%n Service</numerusform>
            <numerusform>%n Services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n single points</source>
        <translation>
            <numerusform>%n Single Point</numerusform>
            <numerusform>%n Single Points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps</source>
        <translation>
            <numerusform>%n Schritt</numerusform>
            <numerusform>%n Schritte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%n Mal</numerusform>
            <numerusform>%n Mal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Accept correction</source>
        <translation>&amp;Korrektur annehmen</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Add an action</source>
        <translation>&amp;Maßnahme hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Add or edit evidence…</source>
        <translation>&amp;Nachweis hinzufügen oder bearbeiten …</translation>
    </message>
    <message>
        <source>&amp;Aim</source>
        <translation>&amp;Ziel</translation>
    </message>
    <message>
        <source>&amp;Arrange</source>
        <translation>&amp;Anordnen</translation>
    </message>
    <message>
        <source>&amp;Began</source>
        <translation>&amp;Beginn</translation>
    </message>
    <message>
        <source>&amp;Begin an assessment</source>
        <translation>&amp;Bewertung beginnen</translation>
    </message>
    <message>
        <source>&amp;Close the event</source>
        <translation>Ereignis ab&amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Conditions</source>
        <translation>&amp;Bedingungen</translation>
    </message>
    <message>
        <source>&amp;Copy number</source>
        <translation>&amp;Exemplarnummer</translation>
    </message>
    <message>
        <source>&amp;Decide on this order</source>
        <translation>Für diese Reihenfolge &amp;entscheiden</translation>
    </message>
    <message>
        <source>&amp;Declare</source>
        <translation>&amp;Ausrufen</translation>
    </message>
    <message>
        <source>&amp;Delete the file that is not encrypted</source>
        <translation>Die unverschlüsselte Datei &amp;löschen</translation>
    </message>
    <message>
        <source>&amp;Document</source>
        <translation>&amp;Dokument</translation>
    </message>
    <message>
        <source>&amp;Down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Event</source>
        <translation>&amp;Ereignis</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Find causes</source>
        <translation>&amp;Ursachen suchen</translation>
    </message>
    <message>
        <source>&amp;Forecast its effect</source>
        <translation>Wirkung &amp;vorhersagen</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Horizon</source>
        <translation>&amp;Zeithorizont</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Behalten</translation>
    </message>
    <message>
        <source>&amp;Keep with the action</source>
        <translation>Mit der Maßnahme be&amp;halten</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Art</translation>
    </message>
    <message>
        <source>&amp;Log it</source>
        <translation>&amp;Protokollieren</translation>
    </message>
    <message>
        <source>&amp;Make it an action</source>
        <translation>Zur &amp;Maßnahme machen</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Next inject</source>
        <translation>&amp;Nächste Einlage</translation>
    </message>
    <message>
        <source>&amp;Once more</source>
        <translation>&amp;Noch einmal</translation>
    </message>
    <message>
        <source>&amp;Open ones only</source>
        <translation>Nur &amp;offene</translation>
    </message>
    <message>
        <source>&amp;Paper</source>
        <translation>&amp;Papier</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Passphrase</translation>
    </message>
    <message>
        <source>&amp;Plan</source>
        <translation>&amp;Plan</translation>
    </message>
    <message>
        <source>&amp;Prepare</source>
        <translation>&amp;Vorbereiten</translation>
    </message>
    <message>
        <source>&amp;Print the programme…</source>
        <translation>Programm &amp;drucken …</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Scenario</source>
        <translation>&amp;Szenario</translation>
    </message>
    <message>
        <source>&amp;Show what is typed</source>
        <translation>Eingabe an&amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Start the clock</source>
        <translation>Uhr &amp;starten</translation>
    </message>
    <message>
        <source>&amp;Take over what is ticked</source>
        <translation>Angehaktes ü&amp;bernehmen</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Bis</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>&amp;Validated up to</source>
        <translation>&amp;Geprüft bis</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>A&amp;nsicht</translation>
    </message>
    <message>
        <source>&amp;Why is this the</source>
        <translation>&amp;Warum ist so:</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(keine)</translation>
    </message>
    <message>
        <source>+{points}: {how}</source>
        <translation>+{points}: {how}</translation>
    </message>
    <message>
        <source>, and it carries on for {tolerance} without</source>
        <translation>, und er arbeitet {tolerance} ohne ihn weiter</translation>
    </message>
    <message>
        <source>, at most {gap} % more than the best possible order</source>
        <translation>, höchstens {gap} % mehr als die bestmögliche Reihenfolge</translation>
    </message>
    <message>
        <source>, busy with {ids}</source>
        <translation>, beschäftigt mit {ids}</translation>
    </message>
    <message>
        <source>, more than a year ago</source>
        <translation>, vor mehr als einem Jahr</translation>
    </message>
    <message>
        <source>, one of {listed}</source>
        <translation>, einer von {listed}</translation>
    </message>
    <message>
        <source>, the first {shown:,} listed</source>
        <translation>, die ersten {shown:,} aufgeführt</translation>
    </message>
    <message>
        <source>, then </source>
        <translation>, dann </translation>
    </message>
    <message>
        <source>, {links} hidden</source>
        <translation>, {links} ausgeblendet</translation>
    </message>
    <message>
        <source>0 min</source>
        <translation>0 Min.</translation>
    </message>
    <message>
        <source>0 or Shift+1, Shift+2, Ctrl+0</source>
        <translation>0 oder Umschalt+1, Umschalt+2, Strg+0</translation>
    </message>
    <message>
        <source>0 unaware to 5 optimised.</source>
        <translation>0 nicht bewusst bis 5 optimiert.</translation>
    </message>
    <message>
        <source>1 for the first why.</source>
        <translation>1 für das erste Warum.</translation>
    </message>
    <message>
        <source>1 to 9 set how far it reaches.</source>
        <translation>1 bis 9 legen fest, wie weit sie reicht.</translation>
    </message>
    <message>
        <source>3</source>
        <translation>3</translation>
    </message>
    <message>
        <source>4h or 2d</source>
        <translation>4h oder 2d</translation>
    </message>
    <message>
        <source>80 of 100 trials have an outage no longer than this.</source>
        <translation>In 80 von 100 Durchläufen ist der Ausfall nicht länger.</translation>
    </message>
    <message>
        <source>95 of 100 trials have an outage no longer than this.</source>
        <translation>In 95 von 100 Durchläufen ist der Ausfall nicht länger.</translation>
    </message>
    <message>
        <source>; a better order may exist</source>
        <translation>; es kann eine bessere Reihenfolge geben</translation>
    </message>
    <message>
        <source>; what needs it asks for {required}</source>
        <translation>; was ihn benötigt, verlangt {required}</translation>
    </message>
    <message>
        <source>; {left_out} left out</source>
        <translation>; {left_out} ausgelassen</translation>
    </message>
    <message>
        <source>&lt;b style=&apos;color:{name}&apos;&gt;{label}&lt;/b&gt;</source>
        <translation>&lt;b style=&apos;color:{name}&apos;&gt;{label}&lt;/b&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;Rides through&lt;/b&gt;: this recovery brings back what it needs in time.</source>
        <translation>&lt;b&gt;Überbrückt&lt;/b&gt;: Dieser Wiederanlauf bringt rechtzeitig zurück, was er benötigt.</translation>
    </message>
    <message>
        <source>&lt;b&gt;{words}&lt;/b&gt; at {at}</source>
        <translation>&lt;b&gt;{words}&lt;/b&gt; bei {at}</translation>
    </message>
    <message>
        <source>A backup is made before the first edit of each session, in {folder}. “Open a copy” shows one as a plan of its own; “Bring back” makes the present plan what it was then, and undo takes that back.</source>
        <translation>Vor der ersten Änderung jeder Sitzung wird eine Sicherung angelegt, in {folder}. „Kopie öffnen“ zeigt eine als eigenen Plan; „Zurückholen“ macht den jetzigen Plan zu dem, was er damals war, und lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>A blameless look back: timeline, causes, predicted and actual, actions.</source>
        <translation>Ein Rückblick ohne Schuldzuweisung: Zeitverlauf, Ursachen, Vorhersage und Wirklichkeit, Maßnahmen.</translation>
    </message>
    <message>
        <source>A complete plan to look around in and to change.</source>
        <translation>Ein vollständiger Plan zum Umsehen und Ändern.</translation>
    </message>
    <message>
        <source>A copy without contacts, names and history is in {name}.</source>
        <translation>Eine Kopie ohne Kontakte, Namen und Verlauf liegt in {name}.</translation>
    </message>
    <message>
        <source>A cut set is a smallest group of failures that together take a service down. Select a service and find its cut sets.</source>
        <translation>Ein Minimalschnitt ist eine kleinste Gruppe von Ausfällen, die gemeinsam einen Service lahmlegen. Wählen Sie einen Service aus und suchen Sie seine Minimalschnitte.</translation>
    </message>
    <message>
        <source>A hand-over is an entry of the log, with its time.</source>
        <translation>Eine Übergabe ist ein Protokolleintrag mit Uhrzeit.</translation>
    </message>
    <message>
        <source>A level a topic.</source>
        <translation>Eine Stufe je Thema.</translation>
    </message>
    <message>
        <source>A new service in the middle of the view; type its name. Or double-click the canvas.</source>
        <translation>Ein neuer Service in der Mitte der Ansicht; tippen Sie seinen Namen. Oder doppelklicken Sie auf die Zeichenfläche.</translation>
    </message>
    <message>
        <source>A note stands beside services, a frame around them.</source>
        <translation>Eine Notiz steht neben Services, ein Rahmen um sie.</translation>
    </message>
    <message>
        <source>A pinned service stays where it is when tidying.</source>
        <translation>Ein angehefteter Service bleibt beim Aufräumen stehen.</translation>
    </message>
    <message>
        <source>A plan file, or a plan as JSON.</source>
        <translation>Eine Plandatei oder ein Plan als JSON.</translation>
    </message>
    <message>
        <source>A plan is a drawing</source>
        <translation>Ein Plan ist eine Zeichnung</translation>
    </message>
    <message>
        <source>A programme covers all of it, up to failover tests and experiments in operation.</source>
        <translation>Ein Programm deckt alles ab, bis zu Failover-Tests und Experimenten im Betrieb.</translation>
    </message>
    <message>
        <source>A recovery order is of a scenario: choose one above the drawing first.</source>
        <translation>Eine Wiederanlauf-Reihenfolge gehört zu einem Szenario: wählen Sie zuerst eines über der Zeichnung.</translation>
    </message>
    <message>
        <source>A scenario says what is lost, and when.</source>
        <translation>Ein Szenario sagt, was wann verloren ist.</translation>
    </message>
    <message>
        <source>A scenario says what is lost. Add the first one.</source>
        <translation>Ein Szenario sagt, was verloren geht. Fügen Sie das erste hinzu.</translation>
    </message>
    <message>
        <source>A scenario says what is lost. Choose one here, or select cards and press B. The canvas then shows what goes down with it.</source>
        <translation>Ein Szenario sagt, was verloren ist. Wählen Sie hier eines oder wählen Sie Karten aus und drücken Sie B. Die Zeichenfläche zeigt dann, was mit ausfällt.</translation>
    </message>
    <message>
        <source>A service cannot be its own provider</source>
        <translation>Ein Service kann nicht sein eigener Anbieter sein</translation>
    </message>
    <message>
        <source>A service is anything that can be lost: a process, an application, a building, a supplier.</source>
        <translation>Ein Service ist alles, was ausfallen kann: ein Prozess, eine Anwendung, ein Gebäude, ein Lieferant.</translation>
    </message>
    <message>
        <source>A service outside the blast radius limit is degraded or down, a safety concern is raised, or the way back takes longer than half of the shortest {outage_term} involved.</source>
        <translation>Ein Service außerhalb der Grenze des Wirkungsbereichs ist eingeschränkt oder ausgefallen, jemand meldet Sicherheitsbedenken, oder der Rückweg dauert länger als die Hälfte der kürzesten betroffenen {outage_term}.</translation>
    </message>
    <message>
        <source>A spare of what it needs is gone</source>
        <translation>Eine Reserve dessen, was er benötigt, ist weg</translation>
    </message>
    <message>
        <source>A tabletop is talked through, with a clock that jumps: it corrects no times, only what the plan does not connect.</source>
        <translation>Eine Planbesprechung wird durchgesprochen, mit springender Uhr: Sie berichtigt keine Zeiten, nur was der Plan nicht verbindet.</translation>
    </message>
    <message>
        <source>A tag such as site:Leeds says where a service is.</source>
        <translation>Ein Schlagwort wie site:Leeds sagt, wo ein Service ist.</translation>
    </message>
    <message>
        <source>A titled frame, around what is selected.</source>
        <translation>Ein Rahmen mit Titel um das Ausgewählte.</translation>
    </message>
    <message>
        <source>A tour of the window on the hospital sample, in eight steps.</source>
        <translation>Ein Rundgang durch das Fenster am Beispiel des Krankenhauses, in acht Schritten.</translation>
    </message>
    <message>
        <source>A version needs a name; type one</source>
        <translation>Eine Version braucht einen Namen; tippen Sie einen</translation>
    </message>
    <message>
        <source>ABORT: outside the blast radius limit: {names}</source>
        <translation>ABBRUCH: außerhalb der Grenze des Ausfallradius: {names}</translation>
    </message>
    <message>
        <source>Abort condition</source>
        <translation>Abbruchbedingung</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>About the service that is chosen above</source>
        <translation>Über den oben gewählten Service</translation>
    </message>
    <message>
        <source>About this program</source>
        <translation>Über dieses Programm</translation>
    </message>
    <message>
        <source>About to be reached: the longest disruption that can be tolerated ({mtpd}, with the time to catch up) of {title}.</source>
        <translation>Gleich erreicht: die längste tragbare Störung ({mtpd}, mit der Zeit zum Aufholen) von {title}.</translation>
    </message>
    <message>
        <source>About to pass: the RTO of {title}, {rto} after its loss.</source>
        <translation>Läuft gleich ab: die RTO von {title}, {rto} nach dem Ausfall.</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugang</translation>
    </message>
    <message>
        <source>Achieved</source>
        <translation>Erreicht</translation>
    </message>
    <message>
        <source>Achieved if all is lost</source>
        <translation>Erreicht, wenn alles verloren ist</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Maßnahme</translation>
    </message>
    <message>
        <source>Action cards and forms</source>
        <translation>Rollenkarten und Formulare</translation>
    </message>
    <message>
        <source>Action {id}, change of the plan</source>
        <translation>Maßnahme {id}, Änderung des Plans</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Maßnahmen</translation>
    </message>
    <message>
        <source>Actions are verified by re-test, and estimates come from measured times.</source>
        <translation>Maßnahmen werden durch erneuten Test geprüft, und Schätzungen stammen aus gemessenen Zeiten.</translation>
    </message>
    <message>
        <source>Actions of the first hour.</source>
        <translation>Handlungen der ersten Stunde.</translation>
    </message>
    <message>
        <source>Actions of the first minutes.</source>
        <translation>Handlungen der ersten Minuten.</translation>
    </message>
    <message>
        <source>Actions when it is over.</source>
        <translation>Handlungen, wenn es vorbei ist.</translation>
    </message>
    <message>
        <source>Actions while it lasts.</source>
        <translation>Handlungen, solange es andauert.</translation>
    </message>
    <message>
        <source>Activate when</source>
        <translation>Aktivieren, wenn</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>Originalgröße</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add &amp;lesson</source>
        <translation>&amp;Erkenntnis hinzufügen</translation>
    </message>
    <message>
        <source>Add a cause</source>
        <translation>Ursache hinzufügen</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>Bedingung hinzufügen</translation>
    </message>
    <message>
        <source>Add a frame</source>
        <translation>Rahmen hinzufügen</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
    <message>
        <source>Add a note; add a frame around the selection</source>
        <translation>Notiz hinzufügen; Rahmen um die Auswahl hinzufügen</translation>
    </message>
    <message>
        <source>Add a scenario first: an exercise is about one.</source>
        <translation>Fügen Sie zuerst ein Szenario hinzu: Eine Übung handelt von einem.</translation>
    </message>
    <message>
        <source>Add a second provider, bridge its recovery with a tolerance, or record who accepts the risk.</source>
        <translation>Fügen Sie einen zweiten Anbieter hinzu, überbrücken Sie den Wiederanlauf mit einer Toleranz oder halten Sie fest, wer das Risiko trägt.</translation>
    </message>
    <message>
        <source>Add a service</source>
        <translation>Service hinzufügen</translation>
    </message>
    <message>
        <source>Add a service of the kind {name}</source>
        <translation>Service der Art {name} hinzufügen</translation>
    </message>
    <message>
        <source>Add a {kind}</source>
        <translation>Hinzufügen: {kind}</translation>
    </message>
    <message>
        <source>Add a {one}</source>
        <translation>Hinzufügen: {one}</translation>
    </message>
    <message>
        <source>Add act&amp;ion</source>
        <translation>&amp;Maßnahme hinzufügen</translation>
    </message>
    <message>
        <source>Add action</source>
        <translation>Maßnahme hinzufügen</translation>
    </message>
    <message>
        <source>Add as a service</source>
        <translation>Als Service hinzufügen</translation>
    </message>
    <message>
        <source>Add at least one service that fails.</source>
        <translation>Fügen Sie mindestens einen Service hinzu, der ausfällt.</translation>
    </message>
    <message>
        <source>Add inject</source>
        <translation>Einlage hinzufügen</translation>
    </message>
    <message>
        <source>Add lesson</source>
        <translation>Erkenntnis hinzufügen</translation>
    </message>
    <message>
        <source>Add something that this service needs</source>
        <translation>Etwas hinzufügen, das dieser Service benötigt</translation>
    </message>
    <message>
        <source>Add the first service</source>
        <translation>Ersten Service hinzufügen</translation>
    </message>
    <message>
        <source>Add to the log</source>
        <translation>Ins Protokoll aufnehmen</translation>
    </message>
    <message>
        <source>Add to {label}</source>
        <translation>Hinzufügen zu {label}</translation>
    </message>
    <message>
        <source>Add what it needs</source>
        <translation>Hinzufügen, was er braucht</translation>
    </message>
    <message>
        <source>Add what needs it</source>
        <translation>Hinzufügen, was ihn braucht</translation>
    </message>
    <message>
        <source>Add {value}</source>
        <translation>{value} hinzufügen</translation>
    </message>
    <message>
        <source>Add …</source>
        <translation>Hinzufügen …</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Added as services, since only lists of dependencies name them: {names}. Choose under Names where another one is meant.</source>
        <translation>Als Services hinzugefügt, weil nur Listen der Abhängigkeiten sie nennen: {names}. Wählen Sie unter „Namen“, wo ein anderer gemeint ist.</translation>
    </message>
    <message>
        <source>Address.</source>
        <translation>Adresse.</translation>
    </message>
    <message>
        <source>Adds an answer below the chosen one</source>
        <translation>Fügt eine Antwort unter der gewählten hinzu</translation>
    </message>
    <message>
        <source>Adds an answer to: why did it happen?</source>
        <translation>Fügt eine Antwort hinzu auf: Warum geschah es?</translation>
    </message>
    <message>
        <source>Adds an inject of your own after the chosen one</source>
        <translation>Fügt nach der gewählten eine eigene Einlage hinzu</translation>
    </message>
    <message>
        <source>Adds the entry to the log (Ctrl+Return)</source>
        <translation>Nimmt den Eintrag ins Protokoll auf (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Adds the services of another program&apos;s file to this plan.</source>
        <translation>Fügt diesem Plan die Services aus der Datei eines anderen Programms hinzu.</translation>
    </message>
    <message>
        <source>Adds what all files of a folder hold, for example a catalogue or manifests.</source>
        <translation>Fügt hinzu, was alle Dateien eines Ordners enthalten, etwa ein Katalog oder Manifeste.</translation>
    </message>
    <message>
        <source>Adds what was measured as evidence</source>
        <translation>Nimmt das Gemessene als Nachweis auf</translation>
    </message>
    <message>
        <source>Adds {added}</source>
        <translation>Fügt hinzu: {added}</translation>
    </message>
    <message>
        <source>Administrative</source>
        <translation>Organisatorisch</translation>
    </message>
    <message>
        <source>Adopt another order</source>
        <translation>Andere Reihenfolge übernehmen</translation>
    </message>
    <message>
        <source>Adopted for this event; empty: the best found.</source>
        <translation>Für dieses Ereignis beschlossen; leer: die beste gefundene.</translation>
    </message>
    <message>
        <source>Adopts the order and logs the decision with both options</source>
        <translation>Übernimmt die Reihenfolge und protokolliert die Entscheidung mit beiden Möglichkeiten</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>After a cyber attack {name} is restored from an isolated backup and loses {backup} of data, more than its RPO of {rpo}.</source>
        <translation>Nach einem Cyberangriff wird {name} aus einer isolierten Sicherung wiederhergestellt und verliert {backup} an Daten, mehr als seine RPO von {rpo}.</translation>
    </message>
    <message>
        <source>After the declaration.</source>
        <translation>Nach der Ausrufung.</translation>
    </message>
    <message>
        <source>After-action report</source>
        <translation>Übungsbericht</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Agree on the longest outage to aim for with its owner.</source>
        <translation>Vereinbaren Sie mit den Verantwortlichen den längsten angestrebten Ausfall.</translation>
    </message>
    <message>
        <source>Aim of the recovery order</source>
        <translation>Ziel der Wiederanlaufreihenfolge</translation>
    </message>
    <message>
        <source>Alert and decision</source>
        <translation>Alarmierung und Entscheidung</translation>
    </message>
    <message>
        <source>Align and distribute</source>
        <translation>Ausrichten und verteilen</translation>
    </message>
    <message>
        <source>Align bottoms</source>
        <translation>Unten ausrichten</translation>
    </message>
    <message>
        <source>Align centres</source>
        <translation>Horizontal mittig ausrichten</translation>
    </message>
    <message>
        <source>Align left edges</source>
        <translation>Links ausrichten</translation>
    </message>
    <message>
        <source>Align middles</source>
        <translation>Vertikal mittig ausrichten</translation>
    </message>
    <message>
        <source>Align right edges</source>
        <translation>Rechts ausrichten</translation>
    </message>
    <message>
        <source>Align services</source>
        <translation>Services ausrichten</translation>
    </message>
    <message>
        <source>Align tops</source>
        <translation>Oben ausrichten</translation>
    </message>
    <message>
        <source>All back</source>
        <translation>Alles wieder da</translation>
    </message>
    <message>
        <source>All back: {at}</source>
        <translation>Alles wieder da: {at}</translation>
    </message>
    <message>
        <source>All back: {before} as adopted, {after} if changed.</source>
        <translation>Alles wieder da: {before} wie beschlossen, {after} nach Änderung.</translation>
    </message>
    <message>
        <source>All commands and services…</source>
        <translation>Alle Befehle und Services …</translation>
    </message>
    <message>
        <source>All files that can be read ({known});;{sheets};;All files (*)</source>
        <translation>Alle lesbaren Dateien ({known});;{sheets};;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>All injects by time on landscape sheets, with room to write.</source>
        <translation>Alle Einlagen nach Zeit im Querformat, mit Platz zum Schreiben.</translation>
    </message>
    <message>
        <source>All outages together cost {total_cost:,}.</source>
        <translation>Alle Ausfälle zusammen kosten {total_cost:,}.</translation>
    </message>
    <message>
        <source>All services</source>
        <translation>Alle Services</translation>
    </message>
    <message>
        <source>Alt and arrows</source>
        <translation>Alt und Pfeiltasten</translation>
    </message>
    <message>
        <source>Alt: no snapping · Esc: put back</source>
        <translation>Alt: ohne Einrasten · Esc: zurücksetzen</translation>
    </message>
    <message>
        <source>Alternate</source>
        <translation>Stellvertretung</translation>
    </message>
    <message>
        <source>Alternate centre</source>
        <translation>Ausweichraum</translation>
    </message>
    <message>
        <source>Amount after 1 day.</source>
        <translation>Menge nach 1 Tag.</translation>
    </message>
    <message>
        <source>Amount after 1 week.</source>
        <translation>Menge nach 1 Woche.</translation>
    </message>
    <message>
        <source>Amount after 3 days.</source>
        <translation>Menge nach 3 Tagen.</translation>
    </message>
    <message>
        <source>Amount after 30 days.</source>
        <translation>Menge nach 30 Tagen.</translation>
    </message>
    <message>
        <source>Amount after 4 hours.</source>
        <translation>Menge nach 4 Stunden.</translation>
    </message>
    <message>
        <source>Amount in normal times.</source>
        <translation>Menge im Normalbetrieb.</translation>
    </message>
    <message>
        <source>An ID belongs to one service; select a single one.</source>
        <translation>Eine ID gehört zu einem Service; wählen Sie einen einzelnen aus.</translation>
    </message>
    <message>
        <source>An ID needs at least one character.</source>
        <translation>Eine ID braucht mindestens ein Zeichen.</translation>
    </message>
    <message>
        <source>An action (verb first) or a lesson</source>
        <translation>Eine Maßnahme (Verb zuerst) oder eine Erkenntnis</translation>
    </message>
    <message>
        <source>An id must be a text without control characters; type at least one</source>
        <translation>Eine ID muss ein Text ohne Steuerzeichen sein; tippen Sie mindestens ein Zeichen</translation>
    </message>
    <message>
        <source>Analyse</source>
        <translation>Auswerten</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>And why that?</source>
        <translation>Und warum das?</translation>
    </message>
    <message>
        <source>Another plan file…</source>
        <translation>Andere Plandatei …</translation>
    </message>
    <message>
        <source>Another provider</source>
        <translation>Weiterer Anbieter</translation>
    </message>
    <message>
        <source>Answer the questions; what nobody knows stays “–”.</source>
        <translation>Beantworten Sie die Fragen; was niemand weiß, bleibt „–“.</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Any field</source>
        <translation>Beliebiges Feld</translation>
    </message>
    <message>
        <source>Any word, or owner:ward  kind:data  rto&lt;4h</source>
        <translation>Ein Wort, oder owner:station  kind:data  rto&lt;4h</translation>
    </message>
    <message>
        <source>Anything else.</source>
        <translation>Alles Weitere.</translation>
    </message>
    <message>
        <source>Anything worth knowing.</source>
        <translation>Alles Wissenswerte.</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Freigegeben von</translation>
    </message>
    <message>
        <source>Approved on</source>
        <translation>Freigegeben am</translation>
    </message>
    <message>
        <source>Approver</source>
        <translation>Freigabe durch</translation>
    </message>
    <message>
        <source>Archi CSV (elements, relations, properties)</source>
        <translation>Archi-CSV (Elemente, Beziehungen, Eigenschaften)</translation>
    </message>
    <message>
        <source>ArchiMate model</source>
        <translation>ArchiMate-Modell</translation>
    </message>
    <message>
        <source>Are backups restored for trial, isolated copies included, and the loss measured?</source>
        <translation>Werden Sicherungen probeweise zurückgespielt, auch isolierte Kopien, und der Verlust gemessen?</translation>
    </message>
    <message>
        <source>As recognised</source>
        <translation>Wie erkannt</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Ask the business from when on the harm is unacceptable.</source>
        <translation>Fragen Sie den Fachbereich, ab wann der Schaden nicht mehr tragbar ist.</translation>
    </message>
    <message>
        <source>Ask those who would do the work, or take the time from the last test.</source>
        <translation>Fragen Sie die, die die Arbeit tun würden, oder nehmen Sie die Zeit aus dem letzten Test.</translation>
    </message>
    <message>
        <source>Asking what is going on, having heard nothing so far: {audience}.</source>
        <translation>Fragt, was los ist, und hat bisher nichts gehört: {audience}.</translation>
    </message>
    <message>
        <source>Assess {topic}</source>
        <translation>{topic} bewerten</translation>
    </message>
    <message>
        <source>Assess: who takes part</source>
        <translation>Bewerten: wer teilnimmt</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Assessments</source>
        <translation>Bewertungen</translation>
    </message>
    <message>
        <source>Assumptions</source>
        <translation>Annahmen</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Um</translation>
    </message>
    <message>
        <source>At once, users report as down: {named}.</source>
        <translation>Sofort melden Nutzer als ausgefallen: {named}.</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>Gefährdet</translation>
    </message>
    <message>
        <source>At risk at</source>
        <translation>Gefährdet um</translation>
    </message>
    <message>
        <source>At the top: {text}</source>
        <translation>Ganz oben: {text}</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>Adressaten</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Verfasser</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>Befugnis</translation>
    </message>
    <message>
        <source>Automated</source>
        <translation>Automatisiert</translation>
    </message>
    <message>
        <source>Automatic layout leaves it where it is.</source>
        <translation>Das automatische Anordnen lässt ihn stehen.</translation>
    </message>
    <message>
        <source>Awareness and training</source>
        <translation>Bewusstsein und Schulung</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Wieder da</translation>
    </message>
    <message>
        <source>Back as adopted</source>
        <translation>Wieder da wie beschlossen</translation>
    </message>
    <message>
        <source>Back at</source>
        <translation>Wieder da um</translation>
    </message>
    <message>
        <source>Back if changed</source>
        <translation>Wieder da nach Änderung</translation>
    </message>
    <message>
        <source>Back to all services</source>
        <translation>Zurück zu allen Services</translation>
    </message>
    <message>
        <source>Back to the disruption</source>
        <translation>Zurück zur Störung</translation>
    </message>
    <message>
        <source>Back to where you looked before</source>
        <translation>Zurück zur vorigen Ansicht</translation>
    </message>
    <message>
        <source>Back to {crumb}</source>
        <translation>Zurück zu {crumb}</translation>
    </message>
    <message>
        <source>Backstage catalogue</source>
        <translation>Backstage-Katalog</translation>
    </message>
    <message>
        <source>Backup of {name}</source>
        <translation>Sicherung von {name}</translation>
    </message>
    <message>
        <source>Backup point</source>
        <translation>Sicherungsstand</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>Backups, newest first</source>
        <translation>Sicherungen, neueste zuerst</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>Sicherungen …</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Weil</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Wird zu</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Before the last edits: {text}</source>
        <translation>Vor den letzten Änderungen: {text}</translation>
    </message>
    <message>
        <source>Begin an assessment</source>
        <translation>Bewertung beginnen</translation>
    </message>
    <message>
        <source>Begin {title}</source>
        <translation>{title} beginnen</translation>
    </message>
    <message>
        <source>Being recovered</source>
        <translation>Im Wiederanlauf</translation>
    </message>
    <message>
        <source>Best order again</source>
        <translation>Wieder beste Reihenfolge</translation>
    </message>
    <message>
        <source>Blast at once</source>
        <translation>Sofort betroffen</translation>
    </message>
    <message>
        <source>Blast in horizon</source>
        <translation>Im Zeithorizont</translation>
    </message>
    <message>
        <source>Blast radius</source>
        <translation>Ausfallradius</translation>
    </message>
    <message>
        <source>Blast radius limit</source>
        <translation>Grenze des Ausfallradius</translation>
    </message>
    <message>
        <source>Booted, logged in, transaction done, reconciled.</source>
        <translation>Gestartet, angemeldet, Vorgang ausgeführt, abgeglichen.</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beide</translation>
    </message>
    <message>
        <source>Both orders</source>
        <translation>Beide Reihenfolgen</translation>
    </message>
    <message>
        <source>Both were the same until {who} (“{label}”). Edits since then: {mine} here, {theirs} in the other copy.</source>
        <translation>Beide waren gleich bis {who} („{label}“). Änderungen seither: {mine} hier, {theirs} in der anderen Kopie.</translation>
    </message>
    <message>
        <source>Break glass</source>
        <translation>Notfallzugang</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Bring back the backup of {when}</source>
        <translation>Sicherung vom {when} zurückholen</translation>
    </message>
    <message>
        <source>Bring back {named} in the order of the runbook.</source>
        <translation>{named} in der Reihenfolge des Wiederanlaufplans zurückbringen.</translation>
    </message>
    <message>
        <source>Bring the exercise in step</source>
        <translation>Übung mit dem Plan abgleichen</translation>
    </message>
    <message>
        <source>Bring up</source>
        <translation>Hochfahren</translation>
    </message>
    <message>
        <source>Brings back the plan as it was after this change; undo takes it back</source>
        <translation>Holt den Plan zurück, wie er nach dieser Änderung war; lässt sich rückgängig machen</translation>
    </message>
    <message>
        <source>Building, room or address where it is.</source>
        <translation>Gebäude, Raum oder Adresse.</translation>
    </message>
    <message>
        <source>Business Continuity Planner</source>
        <translation>Business Continuity Planner</translation>
    </message>
    <message>
        <source>Business impact analysis</source>
        <translation>Business-Impact-Analyse</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>Nach Art</translation>
    </message>
    <message>
        <source>By owner</source>
        <translation>Nach Verantwortlichen</translation>
    </message>
    <message>
        <source>By site</source>
        <translation>Nach Standort</translation>
    </message>
    <message>
        <source>By tag</source>
        <translation>Nach Schlagwort</translation>
    </message>
    <message>
        <source>By the plan of today</source>
        <translation>Nach dem heutigen Plan</translation>
    </message>
    <message>
        <source>By tier</source>
        <translation>Nach Stufe</translation>
    </message>
    <message>
        <source>By {moment}: declare (in {left})</source>
        <translation>Bis {moment}: ausrufen (in {left})</translation>
    </message>
    <message>
        <source>By {moment}: declare (now)</source>
        <translation>Bis {moment}: ausrufen (jetzt)</translation>
    </message>
    <message>
        <source>By {moment}: start {name} (in {left})</source>
        <translation>Bis {moment}: {name} beginnen (in {left})</translation>
    </message>
    <message>
        <source>By {moment}: start {name} (now)</source>
        <translation>Bis {moment}: {name} beginnen (jetzt)</translation>
    </message>
    <message>
        <source>CISO Assistant assets</source>
        <translation>CISO-Assistant-Werte</translation>
    </message>
    <message>
        <source>CSV files in a ZIP file, one a list</source>
        <translation>CSV-Dateien in einer ZIP-Datei, eine je Liste</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Calendar of reviews, exercises and actions</source>
        <translation>Kalender der Überprüfungen, Übungen und Maßnahmen</translation>
    </message>
    <message>
        <source>Calendars (*.ics)</source>
        <translation>Kalender (*.ics)</translation>
    </message>
    <message>
        <source>Call tree and contact list</source>
        <translation>Alarmierungskette und Kontaktliste</translation>
    </message>
    <message>
        <source>Called by</source>
        <translation>Angerufen von</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>Zeichenfläche</translation>
    </message>
    <message>
        <source>Capability</source>
        <translation>Fähigkeit</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Kapazität</translation>
    </message>
    <message>
        <source>Capacity %</source>
        <translation>Kapazität %</translation>
    </message>
    <message>
        <source>Carried out by a tool rather than by hand.</source>
        <translation>Von einem Werkzeug statt von Hand ausgeführt.</translation>
    </message>
    <message>
        <source>Carries the change out in the plan</source>
        <translation>Führt die Änderung im Plan aus</translation>
    </message>
    <message>
        <source>Carry out: {text}</source>
        <translation>Ausführen: {text}</translation>
    </message>
    <message>
        <source>Carrying on</source>
        <translation>Notbetrieb</translation>
    </message>
    <message>
        <source>Catch up</source>
        <translation>Aufholen</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Category of the cause</source>
        <translation>Kategorie der Ursache</translation>
    </message>
    <message>
        <source>Category of the impact</source>
        <translation>Kategorie der Auswirkung</translation>
    </message>
    <message>
        <source>Causes</source>
        <translation>Ursachen</translation>
    </message>
    <message>
        <source>Centre of its card on the canvas.</source>
        <translation>Mitte seiner Karte auf der Zeichenfläche.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Change how many are needed</source>
        <translation>Ändern, wie viele nötig sind</translation>
    </message>
    <message>
        <source>Change of the plan</source>
        <translation>Änderung des Plans</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Passphrase ändern</translation>
    </message>
    <message>
        <source>Change the passphrase…</source>
        <translation>Passphrase ändern …</translation>
    </message>
    <message>
        <source>Change the plan &amp;so</source>
        <translation>Plan &amp;so ändern</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Changed by hand, so never replaced unasked.</source>
        <translation>Von Hand geändert, wird daher nie ungefragt ersetzt.</translation>
    </message>
    <message>
        <source>Changed here, deleted in the other copy</source>
        <translation>Hier geändert, in der anderen Kopie gelöscht</translation>
    </message>
    <message>
        <source>Changes taken over from both sides</source>
        <translation>Von beiden Seiten übernommene Änderungen</translation>
    </message>
    <message>
        <source>Changes the plan as the chosen line says</source>
        <translation>Ändert den Plan, wie die gewählte Zeile sagt</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Check next</source>
        <translation>Als Nächstes prüfen</translation>
    </message>
    <message>
        <source>Check that the circle is real, and that the recovery steps say which comes up first.</source>
        <translation>Prüfen Sie, ob der Kreis wirklich besteht und ob die Wiederanlaufschritte sagen, wer zuerst hochfährt.</translation>
    </message>
    <message>
        <source>Check the lo&amp;g</source>
        <translation>Protokoll &amp;prüfen</translation>
    </message>
    <message>
        <source>Checks the activation criteria aloud</source>
        <translation>Geht die Kriterien für das Ausrufen laut durch</translation>
    </message>
    <message>
        <source>Choose a scenario above to see how long its outages may really last.</source>
        <translation>Wählen Sie oben ein Szenario, um zu sehen, wie lange seine Ausfälle wirklich dauern können.</translation>
    </message>
    <message>
        <source>Choose a scenario above to see who brings back what, when, and what comes late.</source>
        <translation>Wählen Sie oben ein Szenario, um zu sehen, wer was wann zurückbringt und was zu spät kommt.</translation>
    </message>
    <message>
        <source>Choose a scenario above, or select services and press B, to see what goes down with them, when, and why.</source>
        <translation>Wählen Sie oben ein Szenario oder wählen Sie Services aus und drücken Sie B, um zu sehen, was mit ihnen ausfällt, wann und warum.</translation>
    </message>
    <message>
        <source>Choose a task first.</source>
        <translation>Wählen Sie zuerst eine Aufgabe.</translation>
    </message>
    <message>
        <source>Choose requirements of one service with at least two providers</source>
        <translation>Wählen Sie Abhängigkeiten eines Service mit mindestens zwei Anbietern</translation>
    </message>
    <message>
        <source>Choose the services that it loses, or delete it.</source>
        <translation>Wählen Sie die Services, die es lahmlegt, oder löschen Sie es.</translation>
    </message>
    <message>
        <source>Choose two different versions above, or another plan file.</source>
        <translation>Wählen Sie oben zwei verschiedene Versionen oder eine andere Plandatei.</translation>
    </message>
    <message>
        <source>Chooses an option and names an owner</source>
        <translation>Wählt eine Möglichkeit und benennt, wer verantwortlich ist</translation>
    </message>
    <message>
        <source>Class of an incident.</source>
        <translation>Klasse eines Vorfalls.</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>Klassifizierung</translation>
    </message>
    <message>
        <source>Clear the filter and close (Esc)</source>
        <translation>Filter leeren und schließen (Esc)</translation>
    </message>
    <message>
        <source>Clear {cells}</source>
        <translation>{cells} leeren</translation>
    </message>
    <message>
        <source>Click a card to see and change it here. Targets stand beside what the services above ask for and what the plan achieves, so that gaps are seen. Every edit is saved at once, and undone with Ctrl+Z.</source>
        <translation>Klicken Sie auf eine Karte, um sie hier zu sehen und zu ändern. Zielzeiten stehen neben dem, was die Services darüber fordern und was der Plan erreicht; so werden Lücken sichtbar. Jede Änderung ist sofort gespeichert und lässt sich mit Strg+Z zurücknehmen.</translation>
    </message>
    <message>
        <source>Click how severe it is from a time on.
With the keyboard: left and right choose the time, up and down the severity.</source>
        <translation>Klicken Sie, wie schwer es ab einem Zeitpunkt ist.
Mit der Tastatur: links und rechts wählen die Zeit, auf und ab die Schwere.</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Clock goes on</source>
        <translation>Uhr läuft weiter</translation>
    </message>
    <message>
        <source>Clock moved on to {at}</source>
        <translation>Uhr vorgestellt auf {at}</translation>
    </message>
    <message>
        <source>Clock of the story</source>
        <translation>Uhr der Handlung</translation>
    </message>
    <message>
        <source>Clock paused</source>
        <translation>Uhr angehalten</translation>
    </message>
    <message>
        <source>Clock started</source>
        <translation>Uhr gestartet</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>Abschließen</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Programm beenden</translation>
    </message>
    <message>
        <source>Close this group</source>
        <translation>Diese Gruppe schließen</translation>
    </message>
    <message>
        <source>Close this panel; the View menu brings it back</source>
        <translation>Diesen Bereich schließen; das Menü Ansicht bringt ihn zurück</translation>
    </message>
    <message>
        <source>Close {name}</source>
        <translation>{name} schließen</translation>
    </message>
    <message>
        <source>Close {name}? Its log takes corrections only after that. What was measured, lessons and actions can still be added.</source>
        <translation>{name} abschließen? Danach nimmt das Protokoll nur noch Korrekturen an. Messwerte, Erkenntnisse und Maßnahmen lassen sich weiter ergänzen.</translation>
    </message>
    <message>
        <source>Close {windowtitle}</source>
        <translation>{windowtitle} schließen</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Collapse and expand groups</source>
        <translation>Gruppen ein- und ausklappen</translation>
    </message>
    <message>
        <source>Collapse groups</source>
        <translation>Gruppen einklappen</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Command centre</source>
        <translation>Krisenstabsraum</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Commands and services</source>
        <translation>Befehle und Services</translation>
    </message>
    <message>
        <source>Communication</source>
        <translation>Kommunikation</translation>
    </message>
    <message>
        <source>Communication plan</source>
        <translation>Kommunikationsplan</translation>
    </message>
    <message>
        <source>Communications</source>
        <translation>Kommunikation</translation>
    </message>
    <message>
        <source>Compare two versions</source>
        <translation>Zwei Versionen vergleichen</translation>
    </message>
    <message>
        <source>Compare two versions…</source>
        <translation>Zwei Versionen vergleichen …</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>Compare with the order for another aim</source>
        <translation>Mit der Reihenfolge für ein anderes Ziel vergleichen</translation>
    </message>
    <message>
        <source>Compares forecast and target</source>
        <translation>Vergleicht Vorhersage und Ziel</translation>
    </message>
    <message>
        <source>Compares: the service of the chosen task as early as possible</source>
        <translation>Vergleicht: der Service der gewählten Aufgabe so früh wie möglich</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Vergleichen …</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Comparing two orders</source>
        <translation>Zwei Reihenfolgen werden verglichen</translation>
    </message>
    <message>
        <source>Comparing with the plan</source>
        <translation>Abgleich mit dem Plan</translation>
    </message>
    <message>
        <source>Comparing with the plan…</source>
        <translation>Abgleich mit dem Plan …</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Complete set</source>
        <translation>Gesamtausgabe</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <source>Conditions…</source>
        <translation>Bedingungen …</translation>
    </message>
    <message>
        <source>Conference bridge</source>
        <translation>Telefonkonferenz</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Konflikte</translation>
    </message>
    <message>
        <source>Conflicts ({count:,})</source>
        <translation>Konflikte ({count:,})</translation>
    </message>
    <message>
        <source>Connect selected services</source>
        <translation>Ausgewählte Services verbinden</translation>
    </message>
    <message>
        <source>Connect selected services one after the other</source>
        <translation>Ausgewählte Services der Reihe nach verbinden</translation>
    </message>
    <message>
        <source>Connect {title} to {named}</source>
        <translation>{title} mit {named} verbinden</translation>
    </message>
    <message>
        <source>Connect {title} to {title2}</source>
        <translation>{title} mit {title2} verbinden</translation>
    </message>
    <message>
        <source>Connect; on empty canvas, a new service</source>
        <translation>Verbinden; auf freier Fläche ein neuer Service</translation>
    </message>
    <message>
        <source>Considered in a decision.</source>
        <translation>Bei einer Entscheidung erwogen.</translation>
    </message>
    <message>
        <source>Consistency group</source>
        <translation>Konsistenzgruppe</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>Contacts are verified, messages approved beforehand, the rhythm kept in tests.</source>
        <translation>Kontakte sind geprüft, Nachrichten vorab freigegeben, der Rhythmus wird in Tests eingehalten.</translation>
    </message>
    <message>
        <source>Contacts…</source>
        <translation>Kontakte …</translation>
    </message>
    <message>
        <source>Contingencies are given if needed.</source>
        <translation>Bedarfseinlagen werden bei Bedarf gegeben.</translation>
    </message>
    <message>
        <source>Contingency</source>
        <translation>Bedarfseinlage</translation>
    </message>
    <message>
        <source>Continuity plan</source>
        <translation>Geschäftsfortführungsplan</translation>
    </message>
    <message>
        <source>Continuity plans (*.bcplan *.bcplan.age)</source>
        <translation>Notfallpläne (*.bcplan *.bcplan.age)</translation>
    </message>
    <message>
        <source>Continuity plans (*.bcplan *.json *.age)</source>
        <translation>Notfallpläne (*.bcplan *.json *.age)</translation>
    </message>
    <message>
        <source>Continuity plans (*.bcplan)</source>
        <translation>Notfallpläne (*.bcplan)</translation>
    </message>
    <message>
        <source>Continuity procedure</source>
        <translation>Fortführungsverfahren</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Vertrag</translation>
    </message>
    <message>
        <source>Contract number, customer number or PIN.</source>
        <translation>Vertragsnummer, Kundennummer oder PIN.</translation>
    </message>
    <message>
        <source>Contract or reference.</source>
        <translation>Vertrag oder Referenz.</translation>
    </message>
    <message>
        <source>Contract recovery</source>
        <translation>Vertragliche Wiederherstellung</translation>
    </message>
    <message>
        <source>Contract recovery time</source>
        <translation>Laut Vertrag</translation>
    </message>
    <message>
        <source>Contributing factors</source>
        <translation>Beitragende Faktoren</translation>
    </message>
    <message>
        <source>Controller</source>
        <translation>Einspielende</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Exemplare</translation>
    </message>
    <message>
        <source>Copies a report made from the state</source>
        <translation>Kopiert einen Bericht aus dem aktuellen Stand</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy no.</source>
        <translation>Exemplar-Nr.</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Copy the data of {name} more often, or agree on a longer RPO.</source>
        <translation>Kopieren Sie die Daten von {name} öfter oder vereinbaren Sie eine längere RPO.</translation>
    </message>
    <message>
        <source>Correct an entry</source>
        <translation>Eintrag korrigieren</translation>
    </message>
    <message>
        <source>Correct the number of people, or add people to {title}.</source>
        <translation>Berichtigen Sie die Zahl der Personen oder fügen Sie {title} Personen hinzu.</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Korrektur</translation>
    </message>
    <message>
        <source>Corrections of the plan</source>
        <translation>Korrekturen des Plans</translation>
    </message>
    <message>
        <source>Corrupts data</source>
        <translation>Verfälscht Daten</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Cost of each further hour.</source>
        <translation>Kosten jeder weiteren Stunde.</translation>
    </message>
    <message>
        <source>Cost of the outage</source>
        <translation>Kosten des Ausfalls</translation>
    </message>
    <message>
        <source>Cost per hour</source>
        <translation>Kosten pro Stunde</translation>
    </message>
    <message>
        <source>Cost per hour as the outage grows.</source>
        <translation>Kosten pro Stunde mit wachsendem Ausfall.</translation>
    </message>
    <message>
        <source>Could somebody who has not written the plan follow it at 3 a.m.?</source>
        <translation>Könnte jemand, der den Plan nicht geschrieben hat, ihm um 3 Uhr nachts folgen?</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Abdeckung</translation>
    </message>
    <message>
        <source>Coverage of what</source>
        <translation>Was abgedeckt ist</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>Critical services</source>
        <translation>Kritische Services</translation>
    </message>
    <message>
        <source>Critical tasks</source>
        <translation>Kritische Aufgaben</translation>
    </message>
    <message>
        <source>Ctrl and wheel, + and −</source>
        <translation>Strg und Mausrad, + und −</translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation>Strg+D</translation>
    </message>
    <message>
        <source>Ctrl+F, Enter, Shift+Enter</source>
        <translation>Strg+F, Eingabe, Umschalt+Eingabe</translation>
    </message>
    <message>
        <source>Ctrl+L, then Enter or Esc</source>
        <translation>Strg+L, dann Eingabe oder Esc</translation>
    </message>
    <message>
        <source>Ctrl+P writes runbooks, contact lists and other documents as PDF. Press ? for all keys. This sample is a copy of your own: change what you like, then start your plan with Ctrl+N.</source>
        <translation>Strg+P schreibt Wiederanlaufpläne, Kontaktlisten und andere Dokumente als PDF. Drücken Sie ? für alle Tasten. Dieses Beispiel ist Ihre eigene Kopie: Ändern Sie, was Sie möchten, und beginnen Sie dann Ihren Plan mit Strg+N.</translation>
    </message>
    <message>
        <source>Ctrl+Space</source>
        <translation>Strg+Leertaste</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Customers, transactions, money, obligations.</source>
        <translation>Kunden, Vorgänge, Geld, Verpflichtungen.</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Ausschneiden</translation>
    </message>
    <message>
        <source>Cut sets</source>
        <translation>Minimalschnitte</translation>
    </message>
    <message>
        <source>Cut sets of</source>
        <translation>Minimalschnitte von</translation>
    </message>
    <message>
        <source>DORA register B_05.02, supply chain</source>
        <translation>DORA-Register B_05.02, Lieferkette</translation>
    </message>
    <message>
        <source>DORA register B_06.01, functions</source>
        <translation>DORA-Register B_06.01, Funktionen</translation>
    </message>
    <message>
        <source>DORA register B_07.01, assessment</source>
        <translation>DORA-Register B_07.01, Bewertung</translation>
    </message>
    <message>
        <source>DORA register, three files in a ZIP file</source>
        <translation>DORA-Register, drei Dateien in einer ZIP-Datei</translation>
    </message>
    <message>
        <source>DR runbook</source>
        <translation>Wiederanlaufplan</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Data and restoring</source>
        <translation>Daten und Wiederherstellung</translation>
    </message>
    <message>
        <source>Data loss</source>
        <translation>Datenverlust</translation>
    </message>
    <message>
        <source>Data loss and RPO</source>
        <translation>Datenverlust und RPO</translation>
    </message>
    <message>
        <source>Data lost</source>
        <translation>Verlorene Daten</translation>
    </message>
    <message>
        <source>Data lost in the scenario, measured in time.</source>
        <translation>Im Szenario verlorene Daten, als Zeit gemessen.</translation>
    </message>
    <message>
        <source>Data lost when it is restored from an isolated backup, as after a cyber attack.</source>
        <translation>Verlorene Daten bei Wiederherstellung aus einer isolierten Sicherung, etwa nach einem Cyberangriff.</translation>
    </message>
    <message>
        <source>Data lost when it is restored from replication or its most recent copy.</source>
        <translation>Verlorene Daten bei Wiederherstellung aus Replikation oder jüngster Kopie.</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Date and time in the story at T+0, ISO 8601.</source>
        <translation>Datum und Uhrzeit der Handlung bei T+0, ISO 8601.</translation>
    </message>
    <message>
        <source>Date and time, ISO 8601 with offset, of T+0.</source>
        <translation>Datum und Uhrzeit von T+0, ISO 8601 mit Zeitzone.</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Day it was begun.</source>
        <translation>Tag des Beginns.</translation>
    </message>
    <message>
        <source>Day it was done.</source>
        <translation>Tag der Erledigung.</translation>
    </message>
    <message>
        <source>Day it was handed out.</source>
        <translation>Tag der Ausgabe.</translation>
    </message>
    <message>
        <source>Day of approval.</source>
        <translation>Tag der Freigabe.</translation>
    </message>
    <message>
        <source>Day of the assessment.</source>
        <translation>Tag der Bewertung.</translation>
    </message>
    <message>
        <source>Day of the change.</source>
        <translation>Tag der Änderung.</translation>
    </message>
    <message>
        <source>Day of the next review.</source>
        <translation>Tag der nächsten Überprüfung.</translation>
    </message>
    <message>
        <source>Day of the re-test.</source>
        <translation>Tag des erneuten Tests.</translation>
    </message>
    <message>
        <source>Day of the test or event.</source>
        <translation>Tag des Tests oder Ereignisses.</translation>
    </message>
    <message>
        <source>Day on which the number was last tried.</source>
        <translation>Tag, an dem die Nummer zuletzt versucht wurde.</translation>
    </message>
    <message>
        <source>Decide on the declaration within {declared} of the disruption, with options and reason logged.</source>
        <translation>Innerhalb von {declared} nach der Störung über das Ausrufen entscheiden, mit Möglichkeiten und Grund im Protokoll.</translation>
    </message>
    <message>
        <source>Decide what is served first and what waits. Note how long this can be kept up and what would make it fail.</source>
        <translation>Entscheiden, was zuerst bedient wird und was wartet. Festhalten, wie lange das durchzuhalten ist und woran es scheitern würde.</translation>
    </message>
    <message>
        <source>Decide who re-enters what from paper, tell the owner, and compare with the systems that exchange data with it before it is opened.</source>
        <translation>Entscheiden, wer was vom Papier nacherfasst, den Verantwortlichen Bescheid geben und vor der Freigabe mit den Systemen abgleichen, die Daten mit ihm austauschen.</translation>
    </message>
    <message>
        <source>Decide, with options and reason in the log, and say the time aloud. The plan counts on the declaration at T+{at}. Call the teams; tell the first audiences.</source>
        <translation>Entscheiden, mit Möglichkeiten und Grund im Protokoll, und die Uhrzeit laut sagen. Der Plan rechnet mit dem Ausrufen bei T+{at}. Die Teams rufen; die ersten Adressaten informieren.</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Decisions due</source>
        <translation>Fällige Entscheidungen</translation>
    </message>
    <message>
        <source>Declare now: later than this the same recovery order misses an objective that it could still meet ({named}).</source>
        <translation>Jetzt ausrufen: Später verfehlt dieselbe Wiederanlaufreihenfolge ein Ziel, das sie noch einhalten könnte ({named}).</translation>
    </message>
    <message>
        <source>Declare now: later than this the same recovery order misses an objective that it could still meet.</source>
        <translation>Jetzt ausrufen: Später verfehlt dieselbe Wiederanlaufreihenfolge ein Ziel, das sie noch einhalten könnte.</translation>
    </message>
    <message>
        <source>Declared</source>
        <translation>Festgelegt</translation>
    </message>
    <message>
        <source>Declared after</source>
        <translation>Ausrufung nach</translation>
    </message>
    <message>
        <source>Declared by {latest}, every RTO that is met now is still met; later, one is missed.</source>
        <translation>Bis {latest} ausgerufen, wird jede jetzt eingehaltene RTO noch eingehalten; später wird eine verfehlt.</translation>
    </message>
    <message>
        <source>Declared {at}</source>
        <translation>Ausgerufen {at}</translation>
    </message>
    <message>
        <source>Decrypting…</source>
        <translation>Wird entschlüsselt …</translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation>Eingeschränkt</translation>
    </message>
    <message>
        <source>Degraded at</source>
        <translation>Eingeschränkt um</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete a {kind}</source>
        <translation>Löschen: {kind}</translation>
    </message>
    <message>
        <source>Delete after</source>
        <translation>Löschen nach</translation>
    </message>
    <message>
        <source>Delete and join the neighbours</source>
        <translation>Löschen und die Nachbarn verbinden</translation>
    </message>
    <message>
        <source>Delete and join {chosen}</source>
        <translation>{chosen} löschen und Nachbarn verbinden</translation>
    </message>
    <message>
        <source>Delete requirement</source>
        <translation>Abhängigkeit löschen</translation>
    </message>
    <message>
        <source>Delete this note</source>
        <translation>Diese Notiz löschen</translation>
    </message>
    <message>
        <source>Delete {services}</source>
        <translation>{services} löschen</translation>
    </message>
    <message>
        <source>Delete {title}</source>
        <translation>{title} löschen</translation>
    </message>
    <message>
        <source>Delete, Ctrl+Delete</source>
        <translation>Entf, Strg+Entf</translation>
    </message>
    <message>
        <source>Delete; delete and join its neighbours</source>
        <translation>Löschen; löschen und die Nachbarn verbinden</translation>
    </message>
    <message>
        <source>Deleted here, changed in the other copy</source>
        <translation>Hier gelöscht, in der anderen Kopie geändert</translation>
    </message>
    <message>
        <source>Deleted on one side, needed on the other; it stays</source>
        <translation>Auf einer Seite gelöscht, auf der anderen benötigt; es bleibt</translation>
    </message>
    <message>
        <source>Delivered after</source>
        <translation>Gegeben nach</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Übermittlung</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>Dependant</source>
        <translation>Abhängiger</translation>
    </message>
    <message>
        <source>Dependencies and suppliers</source>
        <translation>Abhängigkeiten und Lieferanten</translation>
    </message>
    <message>
        <source>Dependencies are checked against what exercises and incidents have shown.</source>
        <translation>Abhängigkeiten werden mit dem abgeglichen, was Übungen und Vorfälle gezeigt haben.</translation>
    </message>
    <message>
        <source>Dependency poster</source>
        <translation>Abhängigkeitsposter</translation>
    </message>
    <message>
        <source>Depends on</source>
        <translation>Hängt ab von</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Einzelheit</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Detect</source>
        <translation>Erkennen</translation>
    </message>
    <message>
        <source>Detected</source>
        <translation>Erkannt</translation>
    </message>
    <message>
        <source>Detection</source>
        <translation>Erkennung</translation>
    </message>
    <message>
        <source>Detection, assessment and decision; empty means the plan&apos;s value.</source>
        <translation>Erkennung, Bewertung und Entscheidung; leer heißt der Wert des Plans.</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Differences in {lower}</source>
        <translation>Unterschiede: {lower}</translation>
    </message>
    <message>
        <source>Distribute across</source>
        <translation>Waagerecht verteilen</translation>
    </message>
    <message>
        <source>Distribute down</source>
        <translation>Senkrecht verteilen</translation>
    </message>
    <message>
        <source>Distribute services</source>
        <translation>Services verteilen</translation>
    </message>
    <message>
        <source>Do not</source>
        <translation>Nicht tun</translation>
    </message>
    <message>
        <source>Do people know their part before they need it?</source>
        <translation>Kennen die Menschen ihre Aufgabe, bevor sie sie brauchen?</translation>
    </message>
    <message>
        <source>Docker Compose</source>
        <translation>Docker Compose</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Document ID</source>
        <translation>Dokument-ID</translation>
    </message>
    <message>
        <source>Does each exercise and incident change the plan?</source>
        <translation>Verändert jede Übung und jeder Vorfall den Plan?</translation>
    </message>
    <message>
        <source>Does every audience hear in time, in agreed words, from the right person?</source>
        <translation>Erfährt jede Zielgruppe es rechtzeitig, in abgestimmten Worten und von der richtigen Person?</translation>
    </message>
    <message>
        <source>Does everybody know what they do when it happens, and who stands in for them?</source>
        <translation>Wissen alle, was sie im Ernstfall tun und wer sie vertritt?</translation>
    </message>
    <message>
        <source>Does top management own continuity, with a policy, money and time?</source>
        <translation>Trägt die oberste Leitung die Verantwortung für die Geschäftsfortführung, mit Leitlinie, Geld und Zeit?</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Double-click a card, F2</source>
        <translation>Doppelklick auf eine Karte, F2</translation>
    </message>
    <message>
        <source>Double-click the canvas</source>
        <translation>Doppelklick auf die Zeichenfläche</translation>
    </message>
    <message>
        <source>Double-click to add your first service</source>
        <translation>Doppelklicken Sie, um Ihren ersten Service hinzuzufügen</translation>
    </message>
    <message>
        <source>Double-click to collapse</source>
        <translation>Doppelklick klappt ein</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Ausgefallen</translation>
    </message>
    <message>
        <source>Down at</source>
        <translation>Ausfall um</translation>
    </message>
    <message>
        <source>Down now</source>
        <translation>Jetzt ausgefallen</translation>
    </message>
    <message>
        <source>Down, not predicted: {names}.</source>
        <translation>Ausgefallen, nicht vorhergesagt: {names}.</translation>
    </message>
    <message>
        <source>Downtime cost</source>
        <translation>Ausfallkosten</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <source>Drag a kind from the left edge</source>
        <translation>Eine Art vom linken Rand ziehen</translation>
    </message>
    <message>
        <source>Drag a row, or press Alt and an arrow key, to follow your own order.</source>
        <translation>Ziehen Sie eine Zeile oder drücken Sie Alt und eine Pfeiltaste, um Ihrer eigenen Reihenfolge zu folgen.</translation>
    </message>
    <message>
        <source>Drag from a card&apos;s edge</source>
        <translation>Vom Rand einer Karte ziehen</translation>
    </message>
    <message>
        <source>Drag from here to add a provider; double-click changes how many are needed</source>
        <translation>Von hier ziehen fügt einen Anbieter hinzu; Doppelklick ändert, wie viele nötig sind</translation>
    </message>
    <message>
        <source>Drag on empty canvas, with Shift</source>
        <translation>Auf freier Fläche ziehen, mit Umschalt</translation>
    </message>
    <message>
        <source>Drag the slider, or press Space: services go down, are worked on and come back. Canvas, table and recovery chart show the same moment.</source>
        <translation>Ziehen Sie den Regler oder drücken Sie die Leertaste: Services fallen aus, werden bearbeitet und kommen zurück. Zeichenfläche, Tabelle und Wiederanlaufdiagramm zeigen denselben Zeitpunkt.</translation>
    </message>
    <message>
        <source>Drag to move, its corner to resize; double-click to write</source>
        <translation>Ziehen verschiebt, an der Ecke ändert die Größe; Doppelklick schreibt</translation>
    </message>
    <message>
        <source>Drag to what it needs</source>
        <translation>Zu dem ziehen, was er benötigt</translation>
    </message>
    <message>
        <source>Drag to what needs it</source>
        <translation>Zu dem ziehen, was ihn benötigt</translation>
    </message>
    <message>
        <source>Drag, arrows (Shift: far)</source>
        <translation>Ziehen, Pfeiltasten (Umschalt: weit)</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>Draw the services that can be lost and what each of them needs. The plan then shows what goes down with what, and in which order to bring it back.</source>
        <translation>Zeichnen Sie die Services, die ausfallen können, und was jeder von ihnen benötigt. Der Plan zeigt dann, was womit ausfällt und in welcher Reihenfolge es zurückkommt.</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>Zeichnung</translation>
    </message>
    <message>
        <source>Draws each group as one card.</source>
        <translation>Zeichnet jede Gruppe als eine Karte.</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>Alarmübung</translation>
    </message>
    <message>
        <source>Drop it where the service shall stand · Esc: cancel</source>
        <translation>Dort ablegen, wo der Service stehen soll · Esc: abbrechen</translation>
    </message>
    <message>
        <source>Drop on a service to connect, on empty ground to add one · Esc: cancel</source>
        <translation>Auf einem Service ablegen verbindet, auf freier Fläche fügt hinzu · Esc: abbrechen</translation>
    </message>
    <message>
        <source>Drop to make a copy · Esc: cancel</source>
        <translation>Ablegen erzeugt eine Kopie · Esc: abbrechen</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Duplicate {title}</source>
        <translation>{title} duplizieren</translation>
    </message>
    <message>
        <source>E&amp;xercises</source>
        <translation>&amp;Übungen</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>EXERCISE – End of report</source>
        <translation>ÜBUNG – Ende des Berichts</translation>
    </message>
    <message>
        <source>EXERCISE – Situation report {number}, {title}, {now}</source>
        <translation>ÜBUNG – Lagebericht {number}, {title}, {now}</translation>
    </message>
    <message>
        <source>Each needs the next one below it.</source>
        <translation>Jeder braucht den nächsten unter ihm.</translation>
    </message>
    <message>
        <source>Each task, and what figures mean.</source>
        <translation>Jede Aufgabe und was die Werte bedeuten.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Edit in the inspector</source>
        <translation>In den Eigenschaften bearbeiten</translation>
    </message>
    <message>
        <source>Edit inject {key}</source>
        <translation>Einlage {key} bearbeiten</translation>
    </message>
    <message>
        <source>Edit scenario</source>
        <translation>Szenario bearbeiten</translation>
    </message>
    <message>
        <source>Edit this scenario</source>
        <translation>Dieses Szenario bearbeiten</translation>
    </message>
    <message>
        <source>Edit this scenario…</source>
        <translation>Dieses Szenario bearbeiten …</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Bearbeitet</translation>
    </message>
    <message>
        <source>Edits that were not yet in the encrypted file belong to another content of it, so they could not be put back; they were kept as {name}: if you replaced the file, put the one from before in its place and rename them to {original}</source>
        <translation>Änderungen, die noch nicht in der verschlüsselten Datei standen, gehören zu einem anderen Inhalt und konnten nicht nachgetragen werden; sie wurden als {name} aufgehoben: Falls Sie die Datei ersetzt haben, stellen Sie die vorige wieder an ihre Stelle und benennen Sie jene in {original} um</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>Eight cards on a sheet with cut marks: hot line, bridge, first actions, meeting point, three people.</source>
        <translation>Acht Karten je Bogen mit Schnittmarken: Meldenummer, Konferenz, Sofortmaßnahmen, Treffpunkt, drei Personen.</translation>
    </message>
    <message>
        <source>Element</source>
        <translation>Element</translation>
    </message>
    <message>
        <source>Emergency access</source>
        <translation>Notfallzugang</translation>
    </message>
    <message>
        <source>Empty the chosen cells</source>
        <translation>Gewählte Zellen leeren</translation>
    </message>
    <message>
        <source>Encrypt a copy</source>
        <translation>Kopie verschlüsseln</translation>
    </message>
    <message>
        <source>Encrypt this plan</source>
        <translation>Diesen Plan verschlüsseln</translation>
    </message>
    <message>
        <source>Encrypt this plan…</source>
        <translation>Diesen Plan verschlüsseln …</translation>
    </message>
    <message>
        <source>Encrypted copy saved as {name}.</source>
        <translation>Verschlüsselte Kopie gespeichert als {name}.</translation>
    </message>
    <message>
        <source>Encrypted plans (*.bcplan.age)</source>
        <translation>Verschlüsselte Pläne (*.bcplan.age)</translation>
    </message>
    <message>
        <source>Encrypting</source>
        <translation>Wird verschlüsselt</translation>
    </message>
    <message>
        <source>Encrypting {name}…</source>
        <translation>{name} wird verschlüsselt …</translation>
    </message>
    <message>
        <source>Encrypting…</source>
        <translation>Wird verschlüsselt …</translation>
    </message>
    <message>
        <source>Encrypts the plan with another passphrase.</source>
        <translation>Verschlüsselt den Plan mit einer anderen Passphrase.</translation>
    </message>
    <message>
        <source>End of report</source>
        <translation>Ende des Berichts</translation>
    </message>
    <message>
        <source>End of the work</source>
        <translation>Ende der Arbeit</translation>
    </message>
    <message>
        <source>End the tour</source>
        <translation>Rundgang beenden</translation>
    </message>
    <message>
        <source>Ends the search; the best order found so far stays.</source>
        <translation>Beendet die Suche; die beste gefundene Reihenfolge bleibt.</translation>
    </message>
    <message>
        <source>Enlarge…</source>
        <translation>Größer …</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Enter or a double-click shows the service on the canvas.</source>
        <translation>Eingabetaste oder Doppelklick zeigt den Service auf der Zeichenfläche.</translation>
    </message>
    <message>
        <source>Enter timeline {name}</source>
        <translation>Zeitverlauf {name} eintragen</translation>
    </message>
    <message>
        <source>Enter, Shift+Enter</source>
        <translation>Eingabe, Umschalt+Eingabe</translation>
    </message>
    <message>
        <source>Entered afterwards</source>
        <translation>Nachträglich eingetragen</translation>
    </message>
    <message>
        <source>Entries at closing</source>
        <translation>Einträge beim Abschluss</translation>
    </message>
    <message>
        <source>Entries stay as written; Delete adds a correction</source>
        <translation>Einträge bleiben, wie sie sind; Entf fügt eine Korrektur hinzu</translation>
    </message>
    <message>
        <source>Entry {id} (T+{at}, {kind}) is not as it was sealed</source>
        <translation>Eintrag {id} (T+{at}, {kind}) ist nicht so, wie er versiegelt wurde</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Esc: put back</source>
        <translation>Esc: zurücksetzen</translation>
    </message>
    <message>
        <source>Escalate to the top level with options: other place, other supplier, stop of the activity. Inform the authorities where an obligation exists.</source>
        <translation>An die oberste Leitung eskalieren, mit Möglichkeiten: anderer Ort, anderer Lieferant, Einstellen der Tätigkeit. Behörden informieren, wo eine Pflicht besteht.</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Schätzung</translation>
    </message>
    <message>
        <source>Evaluator</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Event and number of the entry.</source>
        <translation>Ereignis und Nummer des Eintrags.</translation>
    </message>
    <message>
        <source>Event it came from.</source>
        <translation>Ereignis, aus dem sie stammt.</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Events list</source>
        <translation>Drehbuch</translation>
    </message>
    <message>
        <source>Events lists (*.xlsx *.csv)</source>
        <translation>Drehbücher (*.xlsx *.csv)</translation>
    </message>
    <message>
        <source>Every RTO that is met now stays met, however late it is declared.</source>
        <translation>Jede jetzt eingehaltene RTO bleibt eingehalten, wie spät auch ausgerufen wird.</translation>
    </message>
    <message>
        <source>Every card is a service that can be lost: what patients get on top, what it rests on below. A line leads down to what a service needs; “1 of 2” means that one of two is enough. Dashed lines are helpful, not vital.</source>
        <translation>Jede Karte ist ein Service, der ausfallen kann: oben, was Patienten erhalten, darunter, worauf es beruht. Eine Linie führt hinab zu dem, was ein Service benötigt; „1 von 2“ heißt, dass einer von zweien genügt. Gestrichelte Linien sind hilfreich, nicht lebenswichtig.</translation>
    </message>
    <message>
        <source>Every change of the plan is listed here.</source>
        <translation>Hier steht jede Änderung des Plans.</translation>
    </message>
    <message>
        <source>Every document of the plan in one file, with a cover and an index, and a runbook for every scenario.</source>
        <translation>Jedes Dokument des Plans in einer Datei, mit Deckblatt und Verzeichnis und einem Wiederanlaufplan für jedes Szenario.</translation>
    </message>
    <message>
        <source>Every edit is already saved in {name}.</source>
        <translation>Jede Änderung ist bereits in {name} gespeichert.</translation>
    </message>
    <message>
        <source>Every edit is already saved; a plan without a place of its own is given one.</source>
        <translation>Jede Änderung ist bereits gespeichert; ein Plan ohne eigenen Ort erhält einen.</translation>
    </message>
    <message>
        <source>Every edit is already saved; this writes the plan to another file.</source>
        <translation>Jede Änderung ist bereits gespeichert; dies schreibt den Plan in eine andere Datei.</translation>
    </message>
    <message>
        <source>Every role and deputy has practised it within a year.</source>
        <translation>Jede Rolle und jede Vertretung hat es binnen eines Jahres geübt.</translation>
    </message>
    <message>
        <source>Everybody looks at you: is this scenario declared and the plan activated?</source>
        <translation>Alle sehen Sie an: Wird dieses Szenario ausgerufen und der Plan in Kraft gesetzt?</translation>
    </message>
    <message>
        <source>Everything about one service</source>
        <translation>Alles über einen Service</translation>
    </message>
    <message>
        <source>Everything an exercise needs on paper: plan, manual, guide, events list, cards, sheets.</source>
        <translation>Alles, was eine Übung auf Papier braucht: Konzept, Lagehandbuch, Leitfaden, Drehbuch, Karten, Bögen.</translation>
    </message>
    <message>
        <source>Everything back</source>
        <translation>Alles wieder da</translation>
    </message>
    <message>
        <source>Everything back soonest</source>
        <translation>Alles schnellstmöglich zurück</translation>
    </message>
    <message>
        <source>Everything for the wall of the incident room on one A3 sheet.</source>
        <translation>Alles für die Wand des Krisenstabsraums auf einem A3-Blatt.</translation>
    </message>
    <message>
        <source>Everything in the other copy is in this plan already.</source>
        <translation>Alles aus der anderen Kopie ist bereits in diesem Plan.</translation>
    </message>
    <message>
        <source>Everything is back</source>
        <translation>Alles ist wieder da</translation>
    </message>
    <message>
        <source>Everything is back at {makespan}</source>
        <translation>Alles ist wieder da bei {makespan}</translation>
    </message>
    <message>
        <source>Everything is back by {half} in half of {trials:,} trials, by {most} in 80 %, by {nearly} in 95 %.</source>
        <translation>Alles ist wieder da bis {half} in der Hälfte von {trials:,} Durchläufen, bis {most} in 80 %, bis {nearly} in 95 %.</translation>
    </message>
    <message>
        <source>Everything rides through, so nothing has to come back.</source>
        <translation>Alles wird überbrückt, nichts muss zurückkommen.</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Nachweise</translation>
    </message>
    <message>
        <source>Evidence for {topic}</source>
        <translation>Nachweis für {topic}</translation>
    </message>
    <message>
        <source>Excel workbook, one sheet a list</source>
        <translation>Excel-Arbeitsmappe, ein Blatt je Liste</translation>
    </message>
    <message>
        <source>Excel, CSV, a CMDB export, a diagram: shown before anything changes.</source>
        <translation>Excel, CSV, ein CMDB-Export, ein Diagramm: Sie sehen alles, bevor sich etwas ändert.</translation>
    </message>
    <message>
        <source>Exclusions</source>
        <translation>Ausschlüsse</translation>
    </message>
    <message>
        <source>Exercise</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>Exercise control</source>
        <translation>Übungsleitung</translation>
    </message>
    <message>
        <source>Exercise or incident</source>
        <translation>Übung oder Vorfall</translation>
    </message>
    <message>
        <source>Exercise pack</source>
        <translation>Übungspaket</translation>
    </message>
    <message>
        <source>Exercise plan</source>
        <translation>Übungskonzept</translation>
    </message>
    <message>
        <source>Exercise programme</source>
        <translation>Übungsprogramm</translation>
    </message>
    <message>
        <source>Exercise programme…</source>
        <translation>Übungsprogramm …</translation>
    </message>
    <message>
        <source>Exercise sheets</source>
        <translation>Übungsbögen</translation>
    </message>
    <message>
        <source>Exercises</source>
        <translation>Übungen</translation>
    </message>
    <message>
        <source>Exercises and incidents</source>
        <translation>Übungen und Vorfälle</translation>
    </message>
    <message>
        <source>Exercises and incidents…</source>
        <translation>Übungen und Vorfälle …</translation>
    </message>
    <message>
        <source>Expand groups</source>
        <translation>Gruppen ausklappen</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Expected action</source>
        <translation>Erwartete Handlung</translation>
    </message>
    <message>
        <source>Expected duration</source>
        <translation>Erwartete Dauer</translation>
    </message>
    <message>
        <source>Expected next</source>
        <translation>Als Nächstes erwartet</translation>
    </message>
    <message>
        <source>Expected times a year.</source>
        <translation>Erwartete Male pro Jahr.</translation>
    </message>
    <message>
        <source>Explains a figure of the current service: the chain behind it and what went into it.</source>
        <translation>Erklärt einen Wert des aktuellen Service: die Kette dahinter und was eingeflossen ist.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export the drawing</source>
        <translation>Zeichnung exportieren</translation>
    </message>
    <message>
        <source>Export the drawing…</source>
        <translation>Zeichnung exportieren …</translation>
    </message>
    <message>
        <source>Export to another format…</source>
        <translation>In ein anderes Format exportieren …</translation>
    </message>
    <message>
        <source>External</source>
        <translation>Extern</translation>
    </message>
    <message>
        <source>F, 1 to 9, Esc</source>
        <translation>F, 1 bis 9, Esc</translation>
    </message>
    <message>
        <source>Facilitator</source>
        <translation>Moderation</translation>
    </message>
    <message>
        <source>Facilitator guide</source>
        <translation>Leitfaden für die Moderation</translation>
    </message>
    <message>
        <source>Facility</source>
        <translation>Gebäude</translation>
    </message>
    <message>
        <source>Fail back</source>
        <translation>Rückkehr zum Normalbetrieb</translation>
    </message>
    <message>
        <source>Fail together</source>
        <translation>Fallen gemeinsam aus</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Ausgefallen</translation>
    </message>
    <message>
        <source>Failover test</source>
        <translation>Umschalttest</translation>
    </message>
    <message>
        <source>Fails</source>
        <translation>Fällt aus</translation>
    </message>
    <message>
        <source>Fails alone</source>
        <translation>Fällt allein aus</translation>
    </message>
    <message>
        <source>Fails in this scenario</source>
        <translation>Fällt in diesem Szenario aus</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Ausfälle</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Rückmeldungen</translation>
    </message>
    <message>
        <source>Fewer crossings</source>
        <translation>Weniger Kreuzungen</translation>
    </message>
    <message>
        <source>Fewest late services</source>
        <translation>Wenigste verspätete Services</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Fields ({rows:,})</source>
        <translation>Felder ({rows:,})</translation>
    </message>
    <message>
        <source>Fields and results of two versions side by side, with a jump to each difference.</source>
        <translation>Felder und Ergebnisse zweier Versionen nebeneinander, mit Sprung zu jedem Unterschied.</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Figure to explain</source>
        <translation>Zu erklärender Wert</translation>
    </message>
    <message>
        <source>Figures over named versions</source>
        <translation>Werte über benannte Versionen</translation>
    </message>
    <message>
        <source>File {name}</source>
        <translation>Datei {name}</translation>
    </message>
    <message>
        <source>Fill down {cells}</source>
        <translation>{cells} nach unten ausfüllen</translation>
    </message>
    <message>
        <source>Fill the chosen cells from the first row of them</source>
        <translation>Gewählte Zellen aus ihrer ersten Zeile füllen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter by conditions</source>
        <translation>Nach Bedingungen filtern</translation>
    </message>
    <message>
        <source>Filter by conditions…</source>
        <translation>Nach Bedingungen filtern …</translation>
    </message>
    <message>
        <source>Filter services…</source>
        <translation>Services filtern …</translation>
    </message>
    <message>
        <source>Filter the findings</source>
        <translation>Befunde filtern</translation>
    </message>
    <message>
        <source>Filter the history</source>
        <translation>Verlauf filtern</translation>
    </message>
    <message>
        <source>Filter the outline</source>
        <translation>Gliederung filtern</translation>
    </message>
    <message>
        <source>Filter the table</source>
        <translation>Tabelle filtern</translation>
    </message>
    <message>
        <source>Filter: any word, or owner:ward  rto&lt;4h</source>
        <translation>Filter: ein Wort, oder owner:station  rto&lt;4h</translation>
    </message>
    <message>
        <source>Financial</source>
        <translation>Finanziell</translation>
    </message>
    <message>
        <source>Financial, customer, legal, people, reputation ...</source>
        <translation>Finanziell, Kunden, rechtlich, Menschen, Ansehen …</translation>
    </message>
    <message>
        <source>Find a service</source>
        <translation>Service suchen</translation>
    </message>
    <message>
        <source>Find a service…</source>
        <translation>Service suchen …</translation>
    </message>
    <message>
        <source>Find and filter</source>
        <translation>Suchen und filtern</translation>
    </message>
    <message>
        <source>Find cut sets</source>
        <translation>Minimalschnitte suchen</translation>
    </message>
    <message>
        <source>Find likely causes…</source>
        <translation>Wahrscheinliche Ursachen finden …</translation>
    </message>
    <message>
        <source>Find or filter services</source>
        <translation>Services suchen oder filtern</translation>
    </message>
    <message>
        <source>Find that the targets of {named} will be missed, and what to do.</source>
        <translation>Erkennen, dass die Ziele von {named} verfehlt werden, und was zu tun ist.</translation>
    </message>
    <message>
        <source>Find, next one, the one before</source>
        <translation>Suchen, nächster, voriger</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Findings ({errors})</source>
        <translation>Befunde ({errors})</translation>
    </message>
    <message>
        <source>Findings about the plan appear here once it has services.</source>
        <translation>Hier erscheinen Befunde zum Plan, sobald er Services enthält.</translation>
    </message>
    <message>
        <source>Findings are gaps of the plan, each with what to do about it. A click shows the service on the canvas.</source>
        <translation>Befunde sind Lücken des Plans, jeweils mit dem, was dagegen zu tun ist. Ein Klick zeigt den Service auf der Zeichenfläche.</translation>
    </message>
    <message>
        <source>Finds services by any word in their fields; Enter goes from one to the next.</source>
        <translation>Findet Services nach jedem Wort in ihren Feldern; die Eingabetaste springt zum nächsten.</translation>
    </message>
    <message>
        <source>Finds the change after which a version was named</source>
        <translation>Findet die Änderung, nach der eine Version benannt wurde</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>First actions</source>
        <translation>Sofortmaßnahmen</translation>
    </message>
    <message>
        <source>First by</source>
        <translation>Erstmals bis</translation>
    </message>
    <message>
        <source>First hour</source>
        <translation>Erste Stunde</translation>
    </message>
    <message>
        <source>First needs the others; one after the other</source>
        <translation>Der erste benötigt die anderen; einer nach dem anderen</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <source>Fit everything</source>
        <translation>Alles einpassen</translation>
    </message>
    <message>
        <source>Fit everything, fit the selection, actual size</source>
        <translation>Alles einpassen, Auswahl einpassen, Originalgröße</translation>
    </message>
    <message>
        <source>Fit the selection</source>
        <translation>Auswahl einpassen</translation>
    </message>
    <message>
        <source>Five whys</source>
        <translation>Fünfmal Warum</translation>
    </message>
    <message>
        <source>Focus on the neighbourhood</source>
        <translation>Auf die Umgebung eingrenzen</translation>
    </message>
    <message>
        <source>Focus on the neighbourhood, its depth, back</source>
        <translation>Auf die Umgebung eingrenzen, ihre Tiefe, zurück</translation>
    </message>
    <message>
        <source>Follows the order for another aim through the same trials.</source>
        <translation>Folgt der Reihenfolge für ein anderes Ziel durch dieselben Durchläufe.</translation>
    </message>
    <message>
        <source>For Outlook, Google and other calendars</source>
        <translation>Für Outlook, Google und andere Kalender</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>Zum Beispiel</translation>
    </message>
    <message>
        <source>For example EUR or GBP.</source>
        <translation>Zum Beispiel EUR oder GBP.</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Prognose</translation>
    </message>
    <message>
        <source>Forecast: with it against without it</source>
        <translation>Vorhersage: mit ihr gegen ohne sie</translation>
    </message>
    <message>
        <source>Forecasting</source>
        <translation>Prognose wird berechnet</translation>
    </message>
    <message>
        <source>Forecasting the effect</source>
        <translation>Wirkung wird vorhergesagt</translation>
    </message>
    <message>
        <source>Forget a set</source>
        <translation>Spaltensatz vergessen</translation>
    </message>
    <message>
        <source>Forget these files</source>
        <translation>Diese Dateien vergessen</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Forms, keys, equipment or people it takes.</source>
        <translation>Formulare, Schlüssel, Geräte oder Personen, die man dafür braucht.</translation>
    </message>
    <message>
        <source>Forward again</source>
        <translation>Wieder vorwärts</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>Free under the MIT licence. It works on this computer only: nothing of a plan is sent anywhere. It stands on these libraries:</source>
        <translation>Frei unter der MIT-Lizenz. Es arbeitet nur auf diesem Computer: Nichts von einem Plan wird irgendwohin gesendet. Es baut auf diesen Bibliotheken auf:</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>From its loss to its return, following the recovery order.</source>
        <translation>Vom Verlust bis zur Rückkehr, nach der Wiederanlaufreihenfolge.</translation>
    </message>
    <message>
        <source>From its loss to its return.</source>
        <translation>Von seinem Verlust bis zu seiner Rückkehr.</translation>
    </message>
    <message>
        <source>From now on the plan and its backups open with a passphrase only.</source>
        <translation>Ab jetzt lassen sich der Plan und seine Sicherungen nur mit einer Passphrase öffnen.</translation>
    </message>
    <message>
        <source>From the declaration until it can start.</source>
        <translation>Von der Ausrufung, bis es beginnen kann.</translation>
    </message>
    <message>
        <source>From the disruption to the declaration: detection, assessment and decision.</source>
        <translation>Von der Störung bis zur Ausrufung: Erkennung, Bewertung und Entscheidung.</translation>
    </message>
    <message>
        <source>From what is seen to be down: the smallest failures that explain it.</source>
        <translation>Aus dem, was als ausgefallen gesehen wird: die kleinsten Ausfälle, die es erklären.</translation>
    </message>
    <message>
        <source>From {min} to {max}; P50 {p50}, P80 {p80}, P95 {p95}.</source>
        <translation>Von {min} bis {max}; P50 {p50}, P80 {p80}, P95 {p95}.</translation>
    </message>
    <message>
        <source>Full test</source>
        <translation>Vollübung</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>Functional</source>
        <translation>Stabsübung</translation>
    </message>
    <message>
        <source>G, Ctrl+Shift+G</source>
        <translation>G, Strg+Umschalt+G</translation>
    </message>
    <message>
        <source>GEXF</source>
        <translation>GEXF</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>Wird vorbereitet</translation>
    </message>
    <message>
        <source>Give them {title}, the first of {number} on their list. Agree on when they report next.</source>
        <translation>Ihnen {title} geben, das Erste von {number} auf ihrer Liste. Vereinbaren, wann sie sich wieder melden.</translation>
    </message>
    <message>
        <source>Give them {title}. Agree on when they report next.</source>
        <translation>Ihnen {title} geben. Vereinbaren, wann sie sich wieder melden.</translation>
    </message>
    <message>
        <source>Gives up your own order and looks for the best one.</source>
        <translation>Gibt Ihre eigene Reihenfolge auf und sucht die beste.</translation>
    </message>
    <message>
        <source>Go back to here</source>
        <translation>Hierher zurückgehen</translation>
    </message>
    <message>
        <source>Go back to “{label}”</source>
        <translation>Zurück zu „{label}“</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>Weiterarbeiten</translation>
    </message>
    <message>
        <source>Go to the canvas</source>
        <translation>Zur Zeichenfläche</translation>
    </message>
    <message>
        <source>Go to the inspector</source>
        <translation>Zu den Eigenschaften</translation>
    </message>
    <message>
        <source>Graph as JSON</source>
        <translation>Graph als JSON</translation>
    </message>
    <message>
        <source>GraphML</source>
        <translation>GraphML</translation>
    </message>
    <message>
        <source>Graphviz DOT</source>
        <translation>Graphviz DOT</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Gruppieren nach</translation>
    </message>
    <message>
        <source>Group services</source>
        <translation>Services gruppieren</translation>
    </message>
    <message>
        <source>Group the outline</source>
        <translation>Gliederung gruppieren</translation>
    </message>
    <message>
        <source>Group {chosen}</source>
        <translation>{chosen} gruppieren</translation>
    </message>
    <message>
        <source>Group {title}, {members}{status}</source>
        <translation>Gruppe {title}, {members}{status}</translation>
    </message>
    <message>
        <source>Group, ungroup</source>
        <translation>Gruppieren, Gruppierung aufheben</translation>
    </message>
    <message>
        <source>Group…</source>
        <translation>Gruppieren …</translation>
    </message>
    <message>
        <source>Half of all trials have an outage no longer than this.</source>
        <translation>In der Hälfte aller Durchläufe ist der Ausfall nicht länger.</translation>
    </message>
    <message>
        <source>Hand &amp;over…</source>
        <translation>Ü&amp;bergeben …</translation>
    </message>
    <message>
        <source>Hand over: {role}</source>
        <translation>Übergeben: {role}</translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation>Übergabe</translation>
    </message>
    <message>
        <source>Handed out</source>
        <translation>Ausgegeben</translation>
    </message>
    <message>
        <source>Hard</source>
        <translation>Hart</translation>
    </message>
    <message>
        <source>Hard: without it the dependant goes down. Soft: it is degraded.</source>
        <translation>Hart: Ohne sie fällt der Abhängige aus. Weich: Er ist eingeschränkt.</translation>
    </message>
    <message>
        <source>Harm</source>
        <translation>Schaden</translation>
    </message>
    <message>
        <source>Have the last service back as early as possible.</source>
        <translation>Den letzten Service so früh wie möglich zurückhaben.</translation>
    </message>
    <message>
        <source>Heading in the contact list: crisis team, supplier, authority, insurer, media ...</source>
        <translation>Überschrift in der Kontaktliste: Krisenstab, Lieferant, Behörde, Versicherung, Medien …</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>Wahrgenommen von</translation>
    </message>
    <message>
        <source>Hides all others on the canvas, in the table and the outline.</source>
        <translation>Blendet alle anderen auf der Zeichenfläche, in Tabelle und Gliederung aus.</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Histogram of when everything is back</source>
        <translation>Histogramm, wann alles wieder da ist</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Horizon</source>
        <translation>Zeithorizont</translation>
    </message>
    <message>
        <source>Hospital</source>
        <translation>Krankenhaus</translation>
    </message>
    <message>
        <source>Hot line</source>
        <translation>Meldenummer</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>How an exercise went: ratings, measured times, corrections, improvement plan.</source>
        <translation>Wie eine Übung lief: Bewertungen, gemessene Zeiten, Korrekturen, Verbesserungsplan.</translation>
    </message>
    <message>
        <source>How bad it is from then on.</source>
        <translation>Wie schlimm es ab dann ist.</translation>
    </message>
    <message>
        <source>How do you know that what you restore is clean, and who says so?</source>
        <translation>Woher wissen Sie, dass sauber ist, was Sie wiederherstellen, und wer bestätigt das?</translation>
    </message>
    <message>
        <source>How good the order is</source>
        <translation>Güte der Reihenfolge</translation>
    </message>
    <message>
        <source>How good this recovery order is</source>
        <translation>Wie gut diese Wiederanlaufreihenfolge ist</translation>
    </message>
    <message>
        <source>How it comes to that</source>
        <translation>Wie es dazu kommt</translation>
    </message>
    <message>
        <source>How it goes back to its usual place, and how the old one is cut off first.</source>
        <translation>Wie er an seinen üblichen Platz zurückkehrt und wie der alte zuerst abgetrennt wird.</translation>
    </message>
    <message>
        <source>How it is known</source>
        <translation>Woher man es weiß</translation>
    </message>
    <message>
        <source>How it is known to work.</source>
        <translation>Woher man weiß, dass es wirkt.</translation>
    </message>
    <message>
        <source>How it is known, what is missing</source>
        <translation>Woher man es weiß, was fehlt</translation>
    </message>
    <message>
        <source>How it is known, what is missing.</source>
        <translation>Woher man es weiß, was fehlt.</translation>
    </message>
    <message>
        <source>How it is known.</source>
        <translation>Woher man es weiß.</translation>
    </message>
    <message>
        <source>How it was changed.</source>
        <translation>Wie es geändert wurde.</translation>
    </message>
    <message>
        <source>How it was noticed, and how to halve the delay.</source>
        <translation>Wie es bemerkt wurde und wie sich die Verzögerung halbieren lässt.</translation>
    </message>
    <message>
        <source>How it went.</source>
        <translation>Wie es lief.</translation>
    </message>
    <message>
        <source>How long ago each was exercised</source>
        <translation>Wie lange die letzte Übung jeweils her ist</translation>
    </message>
    <message>
        <source>How long it can be kept up.</source>
        <translation>Wie lange sie durchzuhalten ist.</translation>
    </message>
    <message>
        <source>How long outages last when working times are uncertain.</source>
        <translation>Wie lange Ausfälle dauern, wenn Arbeitszeiten unsicher sind.</translation>
    </message>
    <message>
        <source>How long recoveries take, and how it is known. Add the first one.</source>
        <translation>Wie lange Wiederanläufe dauern und woher man es weiß. Fügen Sie den ersten Nachweis hinzu.</translation>
    </message>
    <message>
        <source>How long recovery takes</source>
        <translation>Wie lange der Wiederanlauf dauert</translation>
    </message>
    <message>
        <source>How long the dependant carries on once this is lost (cache, battery, stock, manual workaround).</source>
        <translation>Wie lange der Abhängige nach dem Verlust weiterarbeitet (Zwischenspeicher, Batterie, Vorrat, Notbehelf).</translation>
    </message>
    <message>
        <source>How long the step takes.</source>
        <translation>Wie lange der Schritt dauert.</translation>
    </message>
    <message>
        <source>How many of them have an RTO or an MTPD.</source>
        <translation>Wie viele davon eine RTO oder eine MTPD haben.</translation>
    </message>
    <message>
        <source>How many providers must be up; empty means all.</source>
        <translation>Wie viele Anbieter in Betrieb sein müssen; leer heißt alle.</translation>
    </message>
    <message>
        <source>How many services go down if this one fails alone, sooner or later.</source>
        <translation>Wie viele Services früher oder später ausfallen, wenn nur dieser ausfällt.</translation>
    </message>
    <message>
        <source>How many services go down immediately if this one fails alone.</source>
        <translation>Wie viele Services sofort ausfallen, wenn nur dieser ausfällt.</translation>
    </message>
    <message>
        <source>How many services go down with it.</source>
        <translation>Wie viele Services mit ausfallen.</translation>
    </message>
    <message>
        <source>How many services go down within the horizon, set above, if this one fails alone.</source>
        <translation>Wie viele Services innerhalb des oben eingestellten Zeithorizonts ausfallen, wenn nur dieser ausfällt.</translation>
    </message>
    <message>
        <source>How many the log had.</source>
        <translation>Wie viele das Protokoll hatte.</translation>
    </message>
    <message>
        <source>How much longer its work alone may take before a target that is met now is missed. In very long recovery orders only for services of the critical path.</source>
        <translation>Wie viel länger seine Arbeit allein dauern darf, bevor ein jetzt eingehaltenes Ziel verfehlt wird. In sehr langen Wiederanlaufreihenfolgen nur für Services des kritischen Pfads.</translation>
    </message>
    <message>
        <source>How much of its RTO is left when it is back; negative when the RTO is missed.</source>
        <translation>Wie viel von der RTO übrig ist, wenn er wieder da ist; negativ, wenn die RTO verfehlt wird.</translation>
    </message>
    <message>
        <source>How old its copy may be: the most content that may be lost.</source>
        <translation>Wie alt die Kopie sein darf: so viel Inhalt darf höchstens verloren gehen.</translation>
    </message>
    <message>
        <source>How the organisation carries on: activation, roles, priorities, strategies, procedures, resources, messages, return to normal.</source>
        <translation>Wie die Organisation weiterarbeitet: Aktivierung, Rollen, Prioritäten, Strategien, Verfahren, Ressourcen, Mitteilungen, Rückkehr zum Normalbetrieb.</translation>
    </message>
    <message>
        <source>How they are reached.</source>
        <translation>Wie sie erreicht werden.</translation>
    </message>
    <message>
        <source>How to bring everything back after one scenario: decision, losses, teams, tasks wave by wave, with room to write.</source>
        <translation>Wie nach einem Szenario alles zurückkommt: Entscheidung, Verluste, Teams, Aufgaben Welle für Welle, mit Platz zum Schreiben.</translation>
    </message>
    <message>
        <source>How to carry on meanwhile, in a few lines. Who does each step, how and with what goes into the continuity procedure.</source>
        <translation>Wie man inzwischen weiterarbeitet, in wenigen Zeilen. Wer jeden Schritt tut, wie und womit, steht im Fortführungsverfahren.</translation>
    </message>
    <message>
        <source>How to carry on when something of one kind is lost. Add the first one.</source>
        <translation>Wie es weitergeht, wenn etwas einer Art ausfällt. Fügen Sie die erste Strategie hinzu.</translation>
    </message>
    <message>
        <source>How to see that the step worked.</source>
        <translation>Woran man sieht, dass der Schritt gelang.</translation>
    </message>
    <message>
        <source>How urgent.</source>
        <translation>Wie dringend.</translation>
    </message>
    <message>
        <source>How would you notice it, and how long would that take at 3 a.m. on a Sunday?</source>
        <translation>Wie würden Sie es bemerken, und wie lange würde das sonntags um 3 Uhr nachts dauern?</translation>
    </message>
    <message>
        <source>However long the work on {name} takes, every target that is met now stays met.</source>
        <translation>Wie lange die Arbeit an {name} auch dauert, jedes jetzt eingehaltene Ziel bleibt eingehalten.</translation>
    </message>
    <message>
        <source>Hypothesis</source>
        <translation>Hypothese</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>ISO 8601, weeks to seconds</source>
        <translation>ISO 8601, Wochen bis Sekunden</translation>
    </message>
    <message>
        <source>Id of what it is about, as it was then.</source>
        <translation>ID dessen, worum es geht, wie sie damals war.</translation>
    </message>
    <message>
        <source>Identifier, unique among the requirements.</source>
        <translation>Kennung, eindeutig unter den Abhängigkeiten.</translation>
    </message>
    <message>
        <source>If everything {name} needs is lost, it is back after {least}{up}, longer than its RTO of {figure}, though no single link is wrong: {steps}.</source>
        <translation>Ist alles verloren, was {name} benötigt, ist er nach {least}{up} zurück, länger als seine RTO von {figure}, obwohl kein einzelnes Glied falsch ist: {steps}.</translation>
    </message>
    <message>
        <source>If it fails</source>
        <translation>Wenn es misslingt</translation>
    </message>
    <message>
        <source>If it fails alone, &lt;b&gt;{size}&lt;/b&gt; go down with it.</source>
        <translation>Fällt er allein aus, reißt er &lt;b&gt;{size}&lt;/b&gt; mit.</translation>
    </message>
    <message>
        <source>If it fails alone, nothing else goes down.</source>
        <translation>Fällt er allein aus, fällt nichts anderes mit aus.</translation>
    </message>
    <message>
        <source>If {name} and all that it needs are lost, it is back after {least}{achieved}.</source>
        <translation>Sind {name} und alles, was er benötigt, verloren, ist er nach {least}{achieved} zurück.</translation>
    </message>
    <message>
        <source>If {name} fails alone, nothing else goes down.</source>
        <translation>Fällt {name} allein aus, fällt nichts anderes mit aus.</translation>
    </message>
    <message>
        <source>Immediately</source>
        <translation>Sofort</translation>
    </message>
    <message>
        <source>Impact</source>
        <translation>Auswirkung</translation>
    </message>
    <message>
        <source>Impact analysis</source>
        <translation>Business-Impact-Analyse</translation>
    </message>
    <message>
        <source>Impact and recovery of both are being computed …</source>
        <translation>Auswirkung und Wiederanlauf beider Versionen werden berechnet …</translation>
    </message>
    <message>
        <source>Impact over time</source>
        <translation>Auswirkung über die Zeit</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Ordner importieren</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>Ordner importieren …</translation>
    </message>
    <message>
        <source>Import a spreadsheet…</source>
        <translation>Tabelle importieren…</translation>
    </message>
    <message>
        <source>Import into this plan…</source>
        <translation>In diesen Plan importieren …</translation>
    </message>
    <message>
        <source>Import {name}</source>
        <translation>{name} importieren</translation>
    </message>
    <message>
        <source>Import {source}</source>
        <translation>{source} importieren</translation>
    </message>
    <message>
        <source>Importance: 1 is most important.</source>
        <translation>Wichtigkeit: 1 ist am wichtigsten.</translation>
    </message>
    <message>
        <source>In 80 of 100 trials everything is back within {about}.</source>
        <translation>In 80 von 100 Durchläufen ist alles innerhalb von {about} zurück.</translation>
    </message>
    <message>
        <source>In canvas units.</source>
        <translation>In Einheiten der Zeichenfläche.</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>Persönlich</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>In Bearbeitung</translation>
    </message>
    <message>
        <source>In step with the plan</source>
        <translation>Mit dem Plan abgeglichen</translation>
    </message>
    <message>
        <source>In the assessment before</source>
        <translation>In der Bewertung davor</translation>
    </message>
    <message>
        <source>In the exercise</source>
        <translation>In der Übung</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>In der Datei</translation>
    </message>
    <message>
        <source>In the response.</source>
        <translation>Bei der Bewältigung.</translation>
    </message>
    <message>
        <source>In the table</source>
        <translation>In der Tabelle</translation>
    </message>
    <message>
        <source>In {percentiles} of 100 trials {title} is out for {about} at most.</source>
        <translation>In {percentiles} von 100 Durchläufen ist {title} höchstens {about} ausgefallen.</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Vorfall</translation>
    </message>
    <message>
        <source>Incident response</source>
        <translation>Vorfallbewältigung</translation>
    </message>
    <message>
        <source>Incident: {title}</source>
        <translation>Vorfall: {title}</translation>
    </message>
    <message>
        <source>Infrastructure</source>
        <translation>Infrastruktur</translation>
    </message>
    <message>
        <source>Inject</source>
        <translation>Einlage</translation>
    </message>
    <message>
        <source>Inject cards</source>
        <translation>Einlagenkarten</translation>
    </message>
    <message>
        <source>Injects</source>
        <translation>Einlagen</translation>
    </message>
    <message>
        <source>Injects due and to come</source>
        <translation>Fällige und kommende Einlagen</translation>
    </message>
    <message>
        <source>Injects – Enter: it was given</source>
        <translation>Einlagen – Eingabetaste: wurde eingespielt</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Eigenschaften</translation>
    </message>
    <message>
        <source>Intolerable</source>
        <translation>Untragbar</translation>
    </message>
    <message>
        <source>Is another service</source>
        <translation>Ist ein anderer Service</translation>
    </message>
    <message>
        <source>Is another service …</source>
        <translation>Ist ein anderer Service …</translation>
    </message>
    <message>
        <source>Is everything critical exercised, and deeper each time?</source>
        <translation>Wird alles Kritische geübt, und jedes Mal tiefer?</translation>
    </message>
    <message>
        <source>Is it known what an outage costs, for how long it can be borne, and why?</source>
        <translation>Ist bekannt, was ein Ausfall kostet, wie lange er tragbar ist und warum?</translation>
    </message>
    <message>
        <source>Is it known what each critical service needs, suppliers included?</source>
        <translation>Ist bekannt, was jeder kritische Service braucht, Lieferanten eingeschlossen?</translation>
    </message>
    <message>
        <source>Is it over, or stopped, and why?</source>
        <translation>Ist es vorbei oder abgebrochen, und warum?</translation>
    </message>
    <message>
        <source>Is needed by</source>
        <translation>Wird benötigt von</translation>
    </message>
    <message>
        <source>Is needed softly by</source>
        <translation>Wird benötigt von (weich)</translation>
    </message>
    <message>
        <source>Is there a way to carry on for each critical service, and is it paid for?</source>
        <translation>Gibt es für jeden kritischen Service einen Weg weiterzuarbeiten, und ist er finanziert?</translation>
    </message>
    <message>
        <source>Is there one way to detect, declare and lead an incident, at any hour?</source>
        <translation>Gibt es einen Weg, einen Vorfall zu jeder Stunde zu erkennen, auszurufen und zu führen?</translation>
    </message>
    <message>
        <source>Is {name}</source>
        <translation>Ist {name}</translation>
    </message>
    <message>
        <source>It also needs …</source>
        <translation>Benötigt außerdem …</translation>
    </message>
    <message>
        <source>It cannot be changed now: {failed}</source>
        <translation>Er lässt sich jetzt nicht ändern: {failed}</translation>
    </message>
    <message>
        <source>It does not work, because of what it needs.</source>
        <translation>Er arbeitet nicht, wegen etwas, das er benötigt.</translation>
    </message>
    <message>
        <source>It is &amp;over: the timeline is entered from records</source>
        <translation>Er ist v&amp;orbei: Der Zeitverlauf wird aus Aufzeichnungen eingetragen</translation>
    </message>
    <message>
        <source>It is not in the plan as it is now.</source>
        <translation>Es ist im jetzigen Plan nicht enthalten.</translation>
    </message>
    <message>
        <source>It is over; its timeline is entered later.</source>
        <translation>Es ist vorbei; der Zeitverlauf wird nachgetragen.</translation>
    </message>
    <message>
        <source>It is what the scenario takes away.</source>
        <translation>Das nimmt das Szenario weg.</translation>
    </message>
    <message>
        <source>It refers to something that the plan does not have yet; add that first</source>
        <translation>Es verweist auf etwas, das der Plan noch nicht hat; fügen Sie das zuerst hinzu</translation>
    </message>
    <message>
        <source>It sets targets, takes part in exercises, and follows open actions up.</source>
        <translation>Sie setzt Ziele, nimmt an Übungen teil und verfolgt offene Maßnahmen.</translation>
    </message>
    <message>
        <source>It stands for no change of the plan yet; with one, its effect is forecast.</source>
        <translation>Sie steht noch für keine Änderung des Plans; mit einer wird ihre Wirkung vorhergesagt.</translation>
    </message>
    <message>
        <source>It stands for: {changes}</source>
        <translation>Sie steht für: {changes}</translation>
    </message>
    <message>
        <source>It was down and works again.</source>
        <translation>Er war ausgefallen und arbeitet wieder.</translation>
    </message>
    <message>
        <source>It was followed as written in a test, and is printed where it is needed.</source>
        <translation>Er wurde in einem Test wie geschrieben befolgt und liegt gedruckt dort, wo er gebraucht wird.</translation>
    </message>
    <message>
        <source>It was made by a newer version of this program, so it can be looked at but not changed here; update the program to edit it</source>
        <translation>Er stammt aus einer neueren Version dieses Programms und kann hier angesehen, aber nicht geändert werden; aktualisieren Sie das Programm, um ihn zu bearbeiten</translation>
    </message>
    <message>
        <source>It was opened for reading only; save a copy to edit it</source>
        <translation>Sie wurde nur zum Lesen geöffnet; speichern Sie zum Bearbeiten eine Kopie</translation>
    </message>
    <message>
        <source>It went down {value} after {title}; the plan does not connect them.</source>
        <translation>Er fiel {value} nach {title} aus; der Plan verbindet beide nicht.</translation>
    </message>
    <message>
        <source>It works as usual.</source>
        <translation>Er arbeitet wie gewohnt.</translation>
    </message>
    <message>
        <source>It works slowly, in part, or on its tolerance.</source>
        <translation>Er arbeitet langsam, teilweise oder auf Toleranz.</translation>
    </message>
    <message>
        <source>It works, but a spare of what it needs is gone.</source>
        <translation>Er arbeitet, aber eine Reserve dessen, was er benötigt, ist weg.</translation>
    </message>
    <message>
        <source>Its centre on the canvas.</source>
        <translation>Seine Mitte auf der Zeichenfläche.</translation>
    </message>
    <message>
        <source>Its team is bringing it back.</source>
        <translation>Sein Team bringt ihn gerade zurück.</translation>
    </message>
    <message>
        <source>Joins a copy of this plan that went its own way.</source>
        <translation>Führt eine Kopie dieses Plans hinzu, die eigene Wege ging.</translation>
    </message>
    <message>
        <source>Joins the requirements of one service so that one provider of several is enough.</source>
        <translation>Fasst Abhängigkeiten eines Service zusammen, sodass ein Anbieter von mehreren genügt.</translation>
    </message>
    <message>
        <source>Jump the clock to</source>
        <translation>Uhr springen lassen auf</translation>
    </message>
    <message>
        <source>Jump to, e.g. 4 h</source>
        <translation>Springen zu, z. B. 4 Std.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep at most</source>
        <translation>Höchstens behalten</translation>
    </message>
    <message>
        <source>Keep for {what}, {field}: here {mine}, in the other copy {theirs}</source>
        <translation>Behalten für {what}, {field}: hier {mine}, in der anderen Kopie {theirs}</translation>
    </message>
    <message>
        <source>Keep in description</source>
        <translation>In der Beschreibung behalten</translation>
    </message>
    <message>
        <source>Keep in the plan</source>
        <translation>Im Plan behalten</translation>
    </message>
    <message>
        <source>Keep measured &amp;times…</source>
        <translation>Gemessene &amp;Zeiten behalten …</translation>
    </message>
    <message>
        <source>Keep measured times</source>
        <translation>Gemessene Zeiten behalten</translation>
    </message>
    <message>
        <source>Keep recovery time objectives, most important tiers first.</source>
        <translation>Wiederanlaufzeiten einhalten, die wichtigsten Stufen zuerst.</translation>
    </message>
    <message>
        <source>Keep the other copy’s everywhere</source>
        <translation>Überall die andere Kopie behalten</translation>
    </message>
    <message>
        <source>Keep the total cost of downtime low.</source>
        <translation>Die gesamten Ausfallkosten gering halten.</translation>
    </message>
    <message>
        <source>Keep these columns</source>
        <translation>Diese Spalten behalten</translation>
    </message>
    <message>
        <source>Keep these columns as a set…</source>
        <translation>Diese Spalten als Satz behalten …</translation>
    </message>
    <message>
        <source>Keep this plan’s everywhere</source>
        <translation>Überall diesen Plan behalten</translation>
    </message>
    <message>
        <source>Keep to compare</source>
        <translation>Zum Vergleich behalten</translation>
    </message>
    <message>
        <source>Keep what {name} has measured</source>
        <translation>Messwerte von {name} behalten</translation>
    </message>
    <message>
        <source>Keeps the chosen correction as an action that carries this change</source>
        <translation>Behält die gewählte Korrektur als Maßnahme, die diese Änderung trägt</translation>
    </message>
    <message>
        <source>Keeps the plan as it is now under a name</source>
        <translation>Bewahrt den jetzigen Plan unter einem Namen auf</translation>
    </message>
    <message>
        <source>Keeps this plan and its order, to run a changed plan or another order against it.</source>
        <translation>Behält diesen Plan und seine Reihenfolge, um einen geänderten Plan oder eine andere Reihenfolge dagegen laufen zu lassen.</translation>
    </message>
    <message>
        <source>Keep…</source>
        <translation>Behalten …</translation>
    </message>
    <message>
        <source>Keys and gestures</source>
        <translation>Tasten und Gesten</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Kind of cause.</source>
        <translation>Art der Ursache.</translation>
    </message>
    <message>
        <source>Kind of entry</source>
        <translation>Art des Eintrags</translation>
    </message>
    <message>
        <source>Kinds of services</source>
        <translation>Arten von Services</translation>
    </message>
    <message>
        <source>Kinds to drag onto the canvas</source>
        <translation>Arten zum Ziehen auf die Zeichenfläche</translation>
    </message>
    <message>
        <source>Knows the team, the first task and the check of {title}</source>
        <translation>Kennt das Team, die erste Aufgabe und die Prüfung von {title}</translation>
    </message>
    <message>
        <source>Kubernetes manifests</source>
        <translation>Kubernetes-Manifeste</translation>
    </message>
    <message>
        <source>L, Shift+L</source>
        <translation>L, Umschalt+L</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Largest number of failures</source>
        <translation>Größte Zahl von Ausfällen</translation>
    </message>
    <message>
        <source>Last verified</source>
        <translation>Zuletzt geprüft</translation>
    </message>
    <message>
        <source>Lasts</source>
        <translation>Reicht</translation>
    </message>
    <message>
        <source>Latest day.</source>
        <translation>Spätester Tag.</translation>
    </message>
    <message>
        <source>Latest declaration</source>
        <translation>Spätestes Ausrufen</translation>
    </message>
    <message>
        <source>Latest finish</source>
        <translation>Spätestes Ende</translation>
    </message>
    <message>
        <source>Latest time to have it.</source>
        <translation>Wann sie spätestens da sein muss.</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>Leadership</source>
        <translation>Führung</translation>
    </message>
    <message>
        <source>Leads through the window on a sample, in eight steps.</source>
        <translation>Führt an einem Beispiel in acht Schritten durch das Fenster.</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>Learnt</source>
        <translation>Gelernt</translation>
    </message>
    <message>
        <source>Learnt before{source}: {text}. Is that so today, and how do you know?</source>
        <translation>Früher gelernt{source}: {text}. Ist das heute so, und woher wissen Sie es?</translation>
    </message>
    <message>
        <source>Least acceptable level of service during a disruption (MBCO).</source>
        <translation>Geringstes akzeptables Niveau während einer Störung (MBCO, Notbetriebsniveau).</translation>
    </message>
    <message>
        <source>Leave open</source>
        <translation>Offen lassen</translation>
    </message>
    <message>
        <source>Leave open: {name}</source>
        <translation>Offen lassen: {name}</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Leave without a copy</source>
        <translation>Ohne Kopie verlassen</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Left out of the privacy edition of documents.</source>
        <translation>Fehlt in der Ausgabe der Dokumente ohne private Angaben.</translation>
    </message>
    <message>
        <source>Left out: {lines}</source>
        <translation>Ausgelassen: {lines}</translation>
    </message>
    <message>
        <source>Legal</source>
        <translation>Rechtlich</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Erkenntnis</translation>
    </message>
    <message>
        <source>Lesson kept, about {names}.</source>
        <translation>Erkenntnis behalten, über {names}.</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Erkenntnisse</translation>
    </message>
    <message>
        <source>Let {title} need {title2}, or whatever lies between the two.</source>
        <translation>{title} soll {title2} benötigen oder was auch immer zwischen beiden liegt.</translation>
    </message>
    <message>
        <source>Let “{title}” be declared after {declared}.</source>
        <translation>„{title}“ nach {declared} ausrufen lassen.</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>Level of each topic</source>
        <translation>Stufe jedes Themas</translation>
    </message>
    <message>
        <source>Level of {topic}</source>
        <translation>Stufe von {topic}</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Bibliotheken</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Likelihood per year</source>
        <translation>Häufigkeit pro Jahr</translation>
    </message>
    <message>
        <source>Likely causes</source>
        <translation>Wahrscheinliche Ursachen</translation>
    </message>
    <message>
        <source>Line {place} of the log is numbered {id} where {number} is expected; entries are missing or were moved</source>
        <translation>Zeile {place} des Protokolls trägt die Nummer {id}, erwartet wird {number}; Einträge fehlen oder wurden verschoben</translation>
    </message>
    <message>
        <source>Link services</source>
        <translation>Services verbinden</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>List of objects as JSON</source>
        <translation>Liste von Objekten als JSON</translation>
    </message>
    <message>
        <source>Load, time of day, who was there</source>
        <translation>Last, Tageszeit, wer da war</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Log correction</source>
        <translation>Korrektur protokollieren</translation>
    </message>
    <message>
        <source>Log {kind}</source>
        <translation>Protokollieren: {kind}</translation>
    </message>
    <message>
        <source>Logs that it is over, or that it is stopped</source>
        <translation>Protokolliert, dass es vorbei ist oder abgebrochen wird</translation>
    </message>
    <message>
        <source>Logs that the scenario is declared</source>
        <translation>Protokolliert, dass das Szenario ausgerufen ist</translation>
    </message>
    <message>
        <source>Logs time, options and reason</source>
        <translation>Protokolliert Zeit, Möglichkeiten und Grund</translation>
    </message>
    <message>
        <source>Logs who takes the chosen role (Return)</source>
        <translation>Protokolliert, wer die gewählte Rolle übernimmt (Eingabetaste)</translation>
    </message>
    <message>
        <source>Longest outage that a supplier&apos;s contract allows it.</source>
        <translation>Längster Ausfall, den der Vertrag einem Lieferanten erlaubt.</translation>
    </message>
    <message>
        <source>Look around</source>
        <translation>Umsehen</translation>
    </message>
    <message>
        <source>Look back</source>
        <translation>Auswerten</translation>
    </message>
    <message>
        <source>Look longer</source>
        <translation>Länger suchen</translation>
    </message>
    <message>
        <source>Looking for a recovery order …</source>
        <translation>Wiederanlaufreihenfolge wird gesucht …</translation>
    </message>
    <message>
        <source>Looking for causes</source>
        <translation>Ursachen werden gesucht</translation>
    </message>
    <message>
        <source>Looking for fewer crossings … · Enter or click: keep · Esc: put everything back</source>
        <translation>Weniger Kreuzungen werden gesucht … · Eingabe oder Klick: behalten · Esc: alles zurücksetzen</translation>
    </message>
    <message>
        <source>Looking for what takes {about} down …</source>
        <translation>Gesucht wird, was {about} lahmlegt …</translation>
    </message>
    <message>
        <source>Looks half a minute for a better order.</source>
        <translation>Sucht eine halbe Minute nach einer besseren Reihenfolge.</translation>
    </message>
    <message>
        <source>Loss of</source>
        <translation>Verlust von</translation>
    </message>
    <message>
        <source>Losses are counted that come within this time after a failure: 0 counts what goes down at once.</source>
        <translation>Gezählt werden Verluste, die innerhalb dieser Zeit nach einem Ausfall eintreten: 0 zählt, was sofort ausfällt.</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Lowest cost of downtime</source>
        <translation>Geringste Ausfallkosten</translation>
    </message>
    <message>
        <source>M</source>
        <translation>M</translation>
    </message>
    <message>
        <source>MAO</source>
        <translation>MAO</translation>
    </message>
    <message>
        <source>MTD</source>
        <translation>MTD</translation>
    </message>
    <message>
        <source>MTPD</source>
        <translation>MTPD</translation>
    </message>
    <message>
        <source>MTPD met</source>
        <translation>MTPD eingehalten</translation>
    </message>
    <message>
        <source>MTPD {limit} exceeded</source>
        <translation>MTPD {limit} überschritten</translation>
    </message>
    <message>
        <source>MTPD {limit} kept</source>
        <translation>MTPD {limit} eingehalten</translation>
    </message>
    <message>
        <source>Made from kind and scenario</source>
        <translation>Aus Art und Szenario gebildet</translation>
    </message>
    <message>
        <source>Made from the scenario</source>
        <translation>Aus dem Szenario gebildet</translation>
    </message>
    <message>
        <source>Major</source>
        <translation>Erheblich</translation>
    </message>
    <message>
        <source>Make a repaired copy</source>
        <translation>Reparierte Kopie erstellen</translation>
    </message>
    <message>
        <source>Make redundant</source>
        <translation>Redundant machen</translation>
    </message>
    <message>
        <source>Make redundant: one of several is enough</source>
        <translation>Redundant machen: einer von mehreren genügt</translation>
    </message>
    <message>
        <source>Management summary</source>
        <translation>Managementübersicht</translation>
    </message>
    <message>
        <source>Manufacturer</source>
        <translation>Hersteller</translation>
    </message>
    <message>
        <source>Mapping</source>
        <translation>Zuordnung</translation>
    </message>
    <message>
        <source>Master scenario events list</source>
        <translation>Drehbuch</translation>
    </message>
    <message>
        <source>Maturity</source>
        <translation>Reifegrad</translation>
    </message>
    <message>
        <source>Maximum tolerable period of disruption: beyond it the harm is unacceptable.</source>
        <translation>Maximal tolerierbare Ausfallzeit (MTPD): Danach ist der Schaden nicht mehr tragbar.</translation>
    </message>
    <message>
        <source>Mean level {mean} of {highest}; lowest: {topic} ({level}). {answered} of {all} answered.</source>
        <translation>Mittlere Stufe {mean} von {highest}; am niedrigsten: {topic} ({level}). {answered} von {all} beantwortet.</translation>
    </message>
    <message>
        <source>Measured against planned</source>
        <translation>Gemessen gegen geplant</translation>
    </message>
    <message>
        <source>Measured or stated.</source>
        <translation>Gemessen oder angegeben.</translation>
    </message>
    <message>
        <source>Measured recovery point.</source>
        <translation>Gemessener Wiederherstellungspunkt.</translation>
    </message>
    <message>
        <source>Measured times</source>
        <translation>Gemessene Zeiten</translation>
    </message>
    <message>
        <source>Measured: nothing yet. A re-test shows the real effect.</source>
        <translation>Gemessen: noch nichts. Ein erneuter Test zeigt die wirkliche Wirkung.</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Meeting point</source>
        <translation>Treffpunkt</translation>
    </message>
    <message>
        <source>Mercator cartography</source>
        <translation>Mercator-Kartografie</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>Merge with another copy</source>
        <translation>Mit anderer Kopie zusammenführen</translation>
    </message>
    <message>
        <source>Merge with another copy…</source>
        <translation>Mit anderer Kopie zusammenführen …</translation>
    </message>
    <message>
        <source>Merge with {name}</source>
        <translation>Mit {name} zusammenführen</translation>
    </message>
    <message>
        <source>Merged with {name}; undo takes it back.</source>
        <translation>Mit {name} zusammengeführt; Rückgängig nimmt es zurück.</translation>
    </message>
    <message>
        <source>Mermaid flow chart</source>
        <translation>Mermaid-Flussdiagramm</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mitteilung</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mitteilungen</translation>
    </message>
    <message>
        <source>Messages ({number} due)</source>
        <translation>Mitteilungen ({number} fällig)</translation>
    </message>
    <message>
        <source>Messages due</source>
        <translation>Fällige Mitteilungen</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>Eingehalten</translation>
    </message>
    <message>
        <source>Microsoft Project XML</source>
        <translation>Microsoft-Project-XML</translation>
    </message>
    <message>
        <source>Minimum level</source>
        <translation>Mindestniveau</translation>
    </message>
    <message>
        <source>Minor</source>
        <translation>Gering</translation>
    </message>
    <message>
        <source>Misses {missed}</source>
        <translation>Verfehlt: {missed}</translation>
    </message>
    <message>
        <source>Mitigate</source>
        <translation>Mindern</translation>
    </message>
    <message>
        <source>Mobilisation</source>
        <translation>Mobilisierung</translation>
    </message>
    <message>
        <source>Moderate</source>
        <translation>Mäßig</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>Modul</translation>
    </message>
    <message>
        <source>Modules</source>
        <translation>Module</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Move a {kind}</source>
        <translation>Verschieben: {kind}</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Move inject {key}</source>
        <translation>Einlage {key} verschieben</translation>
    </message>
    <message>
        <source>Move the view</source>
        <translation>Ansicht bewegen</translation>
    </message>
    <message>
        <source>Move through time</source>
        <translation>Durch die Zeit gehen</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move {positions}</source>
        <translation>{positions} verschieben</translation>
    </message>
    <message>
        <source>Moves from the disruption through impact and recovery.</source>
        <translation>Geht von der Störung über die Auswirkung bis zum Wiederanlauf.</translation>
    </message>
    <message>
        <source>Moves the chosen inject down; it keeps its number</source>
        <translation>Verschiebt die gewählte Einlage nach unten; sie behält ihre Nummer</translation>
    </message>
    <message>
        <source>Moves the chosen inject up; it keeps its number</source>
        <translation>Verschiebt die gewählte Einlage nach oben; sie behält ihre Nummer</translation>
    </message>
    <message>
        <source>Moves the clock to the next inject</source>
        <translation>Stellt die Uhr auf die nächste Einlage</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name and function.</source>
        <translation>Name und Funktion.</translation>
    </message>
    <message>
        <source>Name at least one service that is seen down or degraded</source>
        <translation>Nennen Sie mindestens einen Service, der als ausgefallen oder eingeschränkt gesehen wird</translation>
    </message>
    <message>
        <source>Name of a new service, or find one</source>
        <translation>Name eines neuen Service, oder suchen Sie einen</translation>
    </message>
    <message>
        <source>Name of the group:</source>
        <translation>Name der Gruppe:</translation>
    </message>
    <message>
        <source>Name of the service</source>
        <translation>Name des Service</translation>
    </message>
    <message>
        <source>Name of the set:</source>
        <translation>Name des Satzes:</translation>
    </message>
    <message>
        <source>Name of the version</source>
        <translation>Name der Version</translation>
    </message>
    <message>
        <source>Name this version</source>
        <translation>Diese Version benennen</translation>
    </message>
    <message>
        <source>Name this version…</source>
        <translation>Diese Version benennen …</translation>
    </message>
    <message>
        <source>Name what the system allowed, never who did it.</source>
        <translation>Nennen Sie, was das System zuließ, nie, wer es tat.</translation>
    </message>
    <message>
        <source>Name who answers for it.</source>
        <translation>Nennen Sie, wer dafür verantwortlich ist.</translation>
    </message>
    <message>
        <source>Name without a row</source>
        <translation>Name ohne Zeile</translation>
    </message>
    <message>
        <source>Name, owner, status.</source>
        <translation>Name, Verantwortliche, Status.</translation>
    </message>
    <message>
        <source>Named in the plan</source>
        <translation>Im Plan genannt</translation>
    </message>
    <message>
        <source>Named versions</source>
        <translation>Benannte Versionen</translation>
    </message>
    <message>
        <source>Names ({count:,})</source>
        <translation>Namen ({count:,})</translation>
    </message>
    <message>
        <source>Names of the services it cannot work without, with semicolons between them; “1 of A, B” when one of several is enough.</source>
        <translation>Namen der Services, ohne die er nicht arbeiten kann, durch Semikolons getrennt; „1 of A, B“, wenn einer von mehreren genügt.</translation>
    </message>
    <message>
        <source>Ne&amp;w exercise…</source>
        <translation>Neue Ü&amp;bung …</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>Benötigte Anzahl</translation>
    </message>
    <message>
        <source>Needed by</source>
        <translation>Benötigt von</translation>
    </message>
    <message>
        <source>Needed within</source>
        <translation>Benötigt innerhalb von</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Benötigt</translation>
    </message>
    <message>
        <source>Needs softly</source>
        <translation>Benötigt (weich)</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>New &amp;incident…</source>
        <translation>Neuer Vor&amp;fall …</translation>
    </message>
    <message>
        <source>New action</source>
        <translation>Neue Maßnahme</translation>
    </message>
    <message>
        <source>New action or lesson</source>
        <translation>Neue Maßnahme oder Erkenntnis</translation>
    </message>
    <message>
        <source>New exercise</source>
        <translation>Neue Übung</translation>
    </message>
    <message>
        <source>New from sample</source>
        <translation>Neu aus Beispiel</translation>
    </message>
    <message>
        <source>New incident</source>
        <translation>Neuer Vorfall</translation>
    </message>
    <message>
        <source>New inject</source>
        <translation>Neue Einlage</translation>
    </message>
    <message>
        <source>New plan</source>
        <translation>Neuer Plan</translation>
    </message>
    <message>
        <source>New requirement</source>
        <translation>Neue Abhängigkeit</translation>
    </message>
    <message>
        <source>New scenario</source>
        <translation>Neues Szenario</translation>
    </message>
    <message>
        <source>New scenario…</source>
        <translation>Neues Szenario …</translation>
    </message>
    <message>
        <source>New service</source>
        <translation>Neuer Service</translation>
    </message>
    <message>
        <source>New service here</source>
        <translation>Neuer Service hier</translation>
    </message>
    <message>
        <source>New service of that kind</source>
        <translation>Neuer Service dieser Art</translation>
    </message>
    <message>
        <source>New service that the selected one needs, or that needs it</source>
        <translation>Neuer Service, den der ausgewählte benötigt oder der ihn benötigt</translation>
    </message>
    <message>
        <source>New service there</source>
        <translation>Neuer Service an dieser Stelle</translation>
    </message>
    <message>
        <source>New service “{name}”</source>
        <translation>Neuer Service „{name}“</translation>
    </message>
    <message>
        <source>New {one}</source>
        <translation>Neu: {one}</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>Neu …</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Next messages</source>
        <translation>Nächste Mitteilungen</translation>
    </message>
    <message>
        <source>Next one found (Enter)</source>
        <translation>Nächster Treffer (Eingabetaste)</translation>
    </message>
    <message>
        <source>Next time we may not.</source>
        <translation>Beim nächsten Mal vielleicht nicht.</translation>
    </message>
    <message>
        <source>No RTO is met, so none can be lost by declaring later.</source>
        <translation>Keine RTO wird eingehalten, also kann spätes Ausrufen keine kosten.</translation>
    </message>
    <message>
        <source>No assessment yet. It takes half an hour with those who do the work.</source>
        <translation>Noch keine Bewertung. Sie dauert mit denen, die die Arbeit tun, eine halbe Stunde.</translation>
    </message>
    <message>
        <source>No backup was made: {problem}</source>
        <translation>Es wurde keine Sicherung angelegt: {problem}</translation>
    </message>
    <message>
        <source>No exercise yet. “New exercise” prepares one from a scenario in a minute.</source>
        <translation>Noch keine Übung. „Neue Übung“ bereitet in einer Minute eine aus einem Szenario vor.</translation>
    </message>
    <message>
        <source>No figure of any scenario would change.</source>
        <translation>Kein Wert eines Szenarios würde sich ändern.</translation>
    </message>
    <message>
        <source>No file yet</source>
        <translation>Noch keine Datei</translation>
    </message>
    <message>
        <source>No finding fits the filter.</source>
        <translation>Kein Befund passt zum Filter.</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>Keine Gruppen</translation>
    </message>
    <message>
        <source>No outage costs anything, as far as the plan says.</source>
        <translation>Kein Ausfall kostet etwas, soweit der Plan es sagt.</translation>
    </message>
    <message>
        <source>No outage was measured: the log does not say of any service with an RTO that it is back.</source>
        <translation>Kein Ausfall wurde gemessen: Das Protokoll sagt von keinem Dienst mit einem RTO, dass er wieder da ist.</translation>
    </message>
    <message>
        <source>No outcome yet.</source>
        <translation>Noch kein Ergebnis.</translation>
    </message>
    <message>
        <source>No owner</source>
        <translation>Ohne Verantwortliche</translation>
    </message>
    <message>
        <source>No plan is open; open one or start a new one</source>
        <translation>Kein Plan ist geöffnet; öffnen Sie einen oder beginnen Sie einen neuen</translation>
    </message>
    <message>
        <source>No scenario – the plan as it is</source>
        <translation>Kein Szenario – der Plan, wie er ist</translation>
    </message>
    <message>
        <source>No service fits the filter.</source>
        <translation>Kein Service passt zum Filter.</translation>
    </message>
    <message>
        <source>No service fits.</source>
        <translation>Kein Service passt.</translation>
    </message>
    <message>
        <source>No service goes down in this scenario.</source>
        <translation>In diesem Szenario fällt kein Service aus.</translation>
    </message>
    <message>
        <source>No service goes down, so nothing is to be done.</source>
        <translation>Kein Service fällt aus, es ist also nichts zu tun.</translation>
    </message>
    <message>
        <source>No service takes another down by failing alone.</source>
        <translation>Kein Service reißt durch seinen Ausfall allein einen anderen mit.</translation>
    </message>
    <message>
        <source>No target depends on when work on {title} ends.</source>
        <translation>Kein Ziel hängt davon ab, wann die Arbeit an {title} endet.</translation>
    </message>
    <message>
        <source>No target is missed.</source>
        <translation>Kein Ziel wird verfehlt.</translation>
    </message>
    <message>
        <source>No tier</source>
        <translation>Keine Stufe</translation>
    </message>
    <message>
        <source>No uncertain estimate moves it.</source>
        <translation>Keine unsichere Schätzung bewegt es.</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Nobody has said what an outage of {title} costs, so it counts as 0.</source>
        <translation>Niemand hat gesagt, was ein Ausfall von {title} kostet; er zählt daher als 0.</translation>
    </message>
    <message>
        <source>Nobody has verified the numbers of {join}{more} for half a year. Call one of them now: does it answer, and who is it?</source>
        <translation>Seit einem halben Jahr hat niemand die Nummern von {join}{more} geprüft. Rufen Sie jetzt eine an: Meldet sich jemand, und wer?</translation>
    </message>
    <message>
        <source>Nobody is to be told.</source>
        <translation>Niemand ist zu informieren.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>None yet; one is made before the first edit of a session</source>
        <translation>Noch keine; vor der ersten Änderung einer Sitzung wird eine angelegt</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Not affected</source>
        <translation>Nicht betroffen</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Noch nicht bekannt</translation>
    </message>
    <message>
        <source>Not readable:</source>
        <translation>Nicht lesbar:</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Nicht gesagt</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Notes and frames</source>
        <translation>Notizen und Rahmen</translation>
    </message>
    <message>
        <source>Nothing asks {name} to be back within a certain time.</source>
        <translation>Nichts verlangt, dass {name} innerhalb einer bestimmten Zeit zurück ist.</translation>
    </message>
    <message>
        <source>Nothing can be logged after that but corrections</source>
        <translation>Danach lassen sich nur noch Korrekturen protokollieren</translation>
    </message>
    <message>
        <source>Nothing changes: the plan says all of this already.</source>
        <translation>Nichts ändert sich: All das steht bereits im Plan.</translation>
    </message>
    <message>
        <source>Nothing follows from the differences.</source>
        <translation>Aus den Unterschieden folgt nichts.</translation>
    </message>
    <message>
        <source>Nothing found: no conflicts, no gaps.</source>
        <translation>Nichts gefunden: keine Konflikte, keine Lücken.</translation>
    </message>
    <message>
        <source>Nothing goes down, so nothing has to come back.</source>
        <translation>Nichts fällt aus, also muss nichts zurückkommen.</translation>
    </message>
    <message>
        <source>Nothing happens to any service.</source>
        <translation>Keinem Service geschieht etwas.</translation>
    </message>
    <message>
        <source>Nothing has been declared so far. Owners ask whether they will be back in time.</source>
        <translation>Bisher ist nichts ausgerufen. Verantwortliche fragen, ob sie rechtzeitig wieder da sind.</translation>
    </message>
    <message>
        <source>Nothing in it is new</source>
        <translation>Darin ist nichts Neues</translation>
    </message>
    <message>
        <source>Nothing in the plan explains what is seen.</source>
        <translation>Nichts im Plan erklärt, was gesehen wird.</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>Noch ist nichts geändert.</translation>
    </message>
    <message>
        <source>Nothing is different.</source>
        <translation>Es gibt keinen Unterschied.</translation>
    </message>
    <message>
        <source>Nothing of what may fail takes {about} down up to this order.</source>
        <translation>Nichts, was ausfallen kann, legt {about} bis zu dieser Ordnung lahm.</translation>
    </message>
    <message>
        <source>Nothing was logged yet.</source>
        <translation>Es wurde noch nichts protokolliert.</translation>
    </message>
    <message>
        <source>Nothing was measured yet. A test or an incident gives the first time.</source>
        <translation>Noch wurde nichts gemessen. Ein Test oder ein Vorfall ergibt die erste Zeit.</translation>
    </message>
    <message>
        <source>Nothing went down outside the limit; say under Review whether it held.</source>
        <translation>Außerhalb der Grenze fiel nichts aus; sagen Sie unter Überprüfung, ob sie hielt.</translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation>Nichts würde sich ändern.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Number at which a disruption is reported.</source>
        <translation>Nummer, unter der eine Störung gemeldet wird.</translation>
    </message>
    <message>
        <source>Number of the contract or agreement.</source>
        <translation>Nummer des Vertrags oder der Vereinbarung.</translation>
    </message>
    <message>
        <source>Number of the copy.</source>
        <translation>Nummer des Exemplars.</translation>
    </message>
    <message>
        <source>Number of the document.</source>
        <translation>Nummer des Dokuments.</translation>
    </message>
    <message>
        <source>Number of trials</source>
        <translation>Zahl der Durchläufe</translation>
    </message>
    <message>
        <source>Number or address where the team meets.</source>
        <translation>Nummer oder Adresse, unter der sich das Team trifft.</translation>
    </message>
    <message>
        <source>Number, unique in the exercise.</source>
        <translation>Nummer, eindeutig in der Übung.</translation>
    </message>
    <message>
        <source>O&amp;pen the board</source>
        <translation>&amp;Lagebild öffnen</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Übungsziel</translation>
    </message>
    <message>
        <source>Objectives</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Observation</source>
        <translation>Beobachtung</translation>
    </message>
    <message>
        <source>Of today; the levels of the last one are proposed</source>
        <translation>Von heute; die Stufen der letzten werden vorgeschlagen</translation>
    </message>
    <message>
        <source>Of what.</source>
        <translation>Wovon.</translation>
    </message>
    <message>
        <source>On to the next event</source>
        <translation>Weiter zum nächsten Ereignis</translation>
    </message>
    <message>
        <source>One card an inject with cut marks, its number on the back.</source>
        <translation>Eine Karte je Einlage mit Schnittmarken, die Nummer auf der Rückseite.</translation>
    </message>
    <message>
        <source>One page: calendar, coverage, readiness with points to win, actions.</source>
        <translation>Eine Seite: Kalender, Abdeckung, Reifegrad mit erreichbaren Punkten, Maßnahmen.</translation>
    </message>
    <message>
        <source>One page: readiness, calendar, coverage, open actions</source>
        <translation>Eine Seite: Bereitschaft, Kalender, Abdeckung, offene Maßnahmen</translation>
    </message>
    <message>
        <source>One part is practised for real, such as calling everybody.</source>
        <translation>Ein Teil wird wirklich geübt, etwa alle anzurufen.</translation>
    </message>
    <message>
        <source>One sheet a role with what to do and when, the agenda of the first meeting, and blank forms for decisions, actions and situation reports.</source>
        <translation>Ein Blatt je Rolle mit Aufgaben und Zeiten, die Tagesordnung der ersten Sitzung und leere Formulare für Entscheidungen, Maßnahmen und Lageberichte.</translation>
    </message>
    <message>
        <source>One sheet a supplier and site: what depends on it, by when it must be back, and what its contract promises.</source>
        <translation>Ein Blatt je Lieferant und Standort: was davon abhängt, bis wann er zurück sein muss und was sein Vertrag zusagt.</translation>
    </message>
    <message>
        <source>One step less around it</source>
        <translation>Einen Schritt weniger Umgebung</translation>
    </message>
    <message>
        <source>One step more around it</source>
        <translation>Einen Schritt mehr Umgebung</translation>
    </message>
    <message>
        <source>One-off costs.</source>
        <translation>Einmalige Kosten.</translation>
    </message>
    <message>
        <source>Ongoing</source>
        <translation>Laufend</translation>
    </message>
    <message>
        <source>Only if recovery is late. {expected}</source>
        <translation>Nur, wenn der Wiederanlauf sich verspätet. {expected}</translation>
    </message>
    <message>
        <source>Only if recovery is late; {known}. {expected}</source>
        <translation>Nur, wenn der Wiederanlauf sich verspätet; {known}. {expected}</translation>
    </message>
    <message>
        <source>Only sets that take it down within the horizon</source>
        <translation>Nur Kombinationen, die ihn innerhalb des Zeithorizonts lahmlegen</translation>
    </message>
    <message>
        <source>Only the {chosen}</source>
        <translation>Nur: {chosen}</translation>
    </message>
    <message>
        <source>Onto paper</source>
        <translation>Auf Papier</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Open a copy</source>
        <translation>Kopie öffnen</translation>
    </message>
    <message>
        <source>Open a plan</source>
        <translation>Plan öffnen</translation>
    </message>
    <message>
        <source>Open a plan…</source>
        <translation>Plan öffnen …</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open it when it is written</source>
        <translation>Nach dem Schreiben öffnen</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Zuletzt verwendet</translation>
    </message>
    <message>
        <source>Open the log with time and source. Confirm what is lost and what is not. Assess against the activation criteria and say who decides.</source>
        <translation>Das Protokoll mit Zeit und Quelle eröffnen. Feststellen, was verloren ist und was nicht. Anhand der Kriterien für das Ausrufen beurteilen und sagen, wer entscheidet.</translation>
    </message>
    <message>
        <source>Open the sample “{name}”</source>
        <translation>Beispiel „{name}“ öffnen</translation>
    </message>
    <message>
        <source>Open this group</source>
        <translation>Diese Gruppe öffnen</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>{name} öffnen</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Wird geöffnet …</translation>
    </message>
    <message>
        <source>Opens the board for something real</source>
        <translation>Öffnet das Lagebild für einen Ernstfall</translation>
    </message>
    <message>
        <source>Opens the plan as it was at the start of an earlier session.</source>
        <translation>Öffnet den Plan, wie er zu Beginn einer früheren Sitzung war.</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>Operations on duty</source>
        <translation>Betrieb vom Dienst</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Möglichkeiten</translation>
    </message>
    <message>
        <source>Options considered</source>
        <translation>Erwogene Möglichkeiten</translation>
    </message>
    <message>
        <source>Options were compared by cost and effect; workarounds were tried by those who use them.</source>
        <translation>Optionen wurden nach Kosten und Wirkung verglichen; Behelfe wurden von denen erprobt, die sie nutzen.</translation>
    </message>
    <message>
        <source>Or double-click the canvas, or drop a plan or a spreadsheet on it.</source>
        <translation>Oder doppelklicken Sie auf die Zeichenfläche, oder ziehen Sie einen Plan oder eine Tabelle darauf.</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Origins of proposed injects that were not wanted.</source>
        <translation>Herkunft vorgeschlagener Einlagen, die nicht gewünscht waren.</translation>
    </message>
    <message>
        <source>Other phone</source>
        <translation>Weiteres Telefon</translation>
    </message>
    <message>
        <source>Other plans it works with: fire, cyber, crisis ...</source>
        <translation>Andere Pläne, mit denen er zusammenwirkt: Brand, Cyber, Krise ...</translation>
    </message>
    <message>
        <source>Outage</source>
        <translation>Ausfall</translation>
    </message>
    <message>
        <source>Outage after which it is felt.</source>
        <translation>Ausfall, ab dem sie spürbar ist.</translation>
    </message>
    <message>
        <source>Outage after which this rate holds.</source>
        <translation>Ausfall, ab dem dieser Satz gilt.</translation>
    </message>
    <message>
        <source>Outage at which it falls due.</source>
        <translation>Ausfall, bei dem sie fällig wird.</translation>
    </message>
    <message>
        <source>Outages over all trials</source>
        <translation>Ausfälle über alle Durchläufe</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Gesamtergebnis</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Gliederung</translation>
    </message>
    <message>
        <source>Outline of the plan</source>
        <translation>Gliederung des Plans</translation>
    </message>
    <message>
        <source>Outlook</source>
        <translation>Ausblick</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Im Lauf der Zeit</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Overview map</source>
        <translation>Übersichtskarte</translation>
    </message>
    <message>
        <source>Overview of the whole drawing</source>
        <translation>Übersicht der ganzen Zeichnung</translation>
    </message>
    <message>
        <source>Overview: press to go there (M)</source>
        <translation>Übersicht: Klicken springt dorthin (M)</translation>
    </message>
    <message>
        <source>Own groups</source>
        <translation>Eigene Gruppen</translation>
    </message>
    <message>
        <source>Own unit, supplier, authority, insurer ...</source>
        <translation>Eigene Einheit, Lieferant, Behörde, Versicherung …</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>Owners review it at least yearly and after every change; targets follow from it.</source>
        <translation>Die Verantwortlichen überprüfen sie mindestens jährlich und nach jeder Änderung; die Ziele folgen daraus.</translation>
    </message>
    <message>
        <source>P</source>
        <translation>P</translation>
    </message>
    <message>
        <source>P: performed without challenges; S: with some; M: with major challenges; U: could not be performed.</source>
        <translation>P: ohne Schwierigkeiten geschafft; S: mit einigen; M: mit großen Schwierigkeiten; U: nicht zu schaffen.</translation>
    </message>
    <message>
        <source>Pa&amp;use the clock</source>
        <translation>Uhr an&amp;halten</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Page </source>
        <translation>Seite </translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>Paper, electronic, key material ...</source>
        <translation>Papier, elektronisch, Schlüsselmaterial …</translation>
    </message>
    <message>
        <source>Papers and data that must survive. Add the first one.</source>
        <translation>Unterlagen und Daten, die erhalten bleiben müssen. Fügen Sie die erste hinzu.</translation>
    </message>
    <message>
        <source>Part of the exercise.</source>
        <translation>Teil der Übung.</translation>
    </message>
    <message>
        <source>Part of the plan tested.</source>
        <translation>Geprüfter Teil des Plans.</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Teilnehmende</translation>
    </message>
    <message>
        <source>Parts of the exercise, in order.</source>
        <translation>Teile der Übung in ihrer Reihenfolge.</translation>
    </message>
    <message>
        <source>Parts of the plan</source>
        <translation>Teile des Plans</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Pass&amp;wort</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Paste into the plan</source>
        <translation>In den Plan einfügen</translation>
    </message>
    <message>
        <source>Paste into {cells}</source>
        <translation>In {cells} einfügen</translation>
    </message>
    <message>
        <source>Paste {label}</source>
        <translation>{label} einfügen</translation>
    </message>
    <message>
        <source>Pasting brings {said}. Undo takes it back in one step.</source>
        <translation>Das Einfügen bringt {said}. Rückgängig nimmt es in einem Schritt zurück.</translation>
    </message>
    <message>
        <source>Peak times</source>
        <translation>Spitzenzeiten</translation>
    </message>
    <message>
        <source>Penalties</source>
        <translation>Vertragsstrafen</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Menschen</translation>
    </message>
    <message>
        <source>People and desks that are called. Add the first one.</source>
        <translation>Personen und Stellen, die angerufen werden. Fügen Sie den ersten Kontakt hinzu.</translation>
    </message>
    <message>
        <source>People needed</source>
        <translation>Benötigte Personen</translation>
    </message>
    <message>
        <source>People of {plan}</source>
        <translation>Personen von {plan}</translation>
    </message>
    <message>
        <source>People talk it through around a table; nothing is switched off.</source>
        <translation>Man bespricht es am Tisch; nichts wird abgeschaltet.</translation>
    </message>
    <message>
        <source>People who can work at once; empty means no limit.</source>
        <translation>Personen, die gleichzeitig arbeiten können; leer heißt ohne Grenze.</translation>
    </message>
    <message>
        <source>Person or desk.</source>
        <translation>Person oder Stelle.</translation>
    </message>
    <message>
        <source>Person or role.</source>
        <translation>Person oder Rolle.</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Phone, e-mail, in person ...</source>
        <translation>Telefon, E-Mail, persönlich …</translation>
    </message>
    <message>
        <source>Pin or unpin</source>
        <translation>Anheften oder lösen</translation>
    </message>
    <message>
        <source>Pin {title}</source>
        <translation>{title} anheften</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Angeheftet</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Place or source</source>
        <translation>Ort oder Quelle</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Plan JSON with the records it would change.</source>
        <translation>Plan-JSON mit den Datensätzen, die sie ändern würde.</translation>
    </message>
    <message>
        <source>Plan as JSON</source>
        <translation>Plan als JSON</translation>
    </message>
    <message>
        <source>Plan details</source>
        <translation>Plandetails</translation>
    </message>
    <message>
        <source>Plan details…</source>
        <translation>Plandetails …</translation>
    </message>
    <message>
        <source>Plan on a page</source>
        <translation>Plan auf einer Seite</translation>
    </message>
    <message>
        <source>Plan reference</source>
        <translation>Planstelle</translation>
    </message>
    <message>
        <source>Plan without personal data.bcplan</source>
        <translation>Plan ohne personenbezogene Daten.bcplan</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Planned back</source>
        <translation>Geplant da</translation>
    </message>
    <message>
        <source>Planned work</source>
        <translation>Geplante Arbeit</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>Planung</translation>
    </message>
    <message>
        <source>Plans (*.bcplan *.json)</source>
        <translation>Pläne (*.bcplan *.json)</translation>
    </message>
    <message>
        <source>Plans and runbooks</source>
        <translation>Pläne und Runbooks</translation>
    </message>
    <message>
        <source>Play through time</source>
        <translation>Zeitlichen Verlauf abspielen</translation>
    </message>
    <message>
        <source>Play through time (Ctrl+Space)</source>
        <translation>Zeitlichen Verlauf abspielen (Strg+Leertaste)</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>Übende</translation>
    </message>
    <message>
        <source>Player, facilitator, evaluator, observer ...</source>
        <translation>Übende, Moderation, Bewertung, Beobachtung …</translation>
    </message>
    <message>
        <source>Point of contact</source>
        <translation>Ansprechstelle</translation>
    </message>
    <message>
        <source>Points won of those possible, and what wins the rest</source>
        <translation>Gewonnene von möglichen Punkten und was die übrigen gewinnt</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Post-incident review</source>
        <translation>Vorfallnachbereitung</translation>
    </message>
    <message>
        <source>Preconditions</source>
        <translation>Voraussetzungen</translation>
    </message>
    <message>
        <source>Predicted, not seen down: {names}.</source>
        <translation>Vorhergesagt, nicht ausgefallen: {names}.</translation>
    </message>
    <message>
        <source>Premises</source>
        <translation>Räume</translation>
    </message>
    <message>
        <source>Prepare {title}</source>
        <translation>{title} vorbereiten</translation>
    </message>
    <message>
        <source>Prepare, run and look back on exercises and real incidents.</source>
        <translation>Übungen und echte Vorfälle vorbereiten, durchführen und auswerten.</translation>
    </message>
    <message>
        <source>Prepares an exercise from a scenario</source>
        <translation>Bereitet eine Übung aus einem Szenario vor</translation>
    </message>
    <message>
        <source>Preparing the exercise</source>
        <translation>Übung wird vorbereitet</translation>
    </message>
    <message>
        <source>Preparing the exercise: the scenario is worked out…</source>
        <translation>Übung wird vorbereitet: Das Szenario wird berechnet …</translation>
    </message>
    <message>
        <source>Preparing the preview</source>
        <translation>Vorschau wird vorbereitet</translation>
    </message>
    <message>
        <source>Preparing the preview …</source>
        <translation>Vorschau wird vorbereitet …</translation>
    </message>
    <message>
        <source>Prevent</source>
        <translation>Verhindern</translation>
    </message>
    <message>
        <source>Preview of the pages</source>
        <translation>Vorschau der Seiten</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Previous one found (Shift+Enter)</source>
        <translation>Voriger Treffer (Umschalt+Eingabe)</translation>
    </message>
    <message>
        <source>Print a document</source>
        <translation>Dokument drucken</translation>
    </message>
    <message>
        <source>Print a document…</source>
        <translation>Dokument drucken …</translation>
    </message>
    <message>
        <source>Print and files</source>
        <translation>Drucken und Dateien</translation>
    </message>
    <message>
        <source>Print the programme</source>
        <translation>Programm drucken</translation>
    </message>
    <message>
        <source>Printed on top and bottom of every page.</source>
        <translation>Steht oben und unten auf jeder gedruckten Seite.</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken …</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privat</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Prozess</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>Zusage</translation>
    </message>
    <message>
        <source>Promises of suppliers, tests and events from elsewhere</source>
        <translation>Zusagen von Lieferanten, Tests und Ereignisse von anderswo</translation>
    </message>
    <message>
        <source>Proves that no entry was changed</source>
        <translation>Beweist, dass kein Eintrag geändert wurde</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>Purpose and scope.</source>
        <translation>Zweck und Geltungsbereich.</translation>
    </message>
    <message>
        <source>Put a filter together without typing it.</source>
        <translation>Einen Filter zusammenstellen, ohne ihn zu tippen.</translation>
    </message>
    <message>
        <source>Put the spares on separate hosts, sites, feeds or suppliers.</source>
        <translation>Verteilen Sie die Reserven auf getrennte Rechner, Standorte, Zuleitungen oder Lieferanten.</translation>
    </message>
    <message>
        <source>Puts a filter together from lists, without typing it.</source>
        <translation>Stellt einen Filter aus Listen zusammen, ohne ihn zu tippen.</translation>
    </message>
    <message>
        <source>Puts every panel back where it was at the first start.</source>
        <translation>Stellt jeden Bereich dorthin zurück, wo er beim ersten Start war.</translation>
    </message>
    <message>
        <source>Puts services into a group you name.</source>
        <translation>Fasst Services zu einer Gruppe zusammen, die Sie benennen.</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>RPO</source>
        <translation>RPO</translation>
    </message>
    <message>
        <source>RPO {limit} met: {lost}</source>
        <translation>RPO {limit} eingehalten: {lost}</translation>
    </message>
    <message>
        <source>RPO {limit} missed: {lost}</source>
        <translation>RPO {limit} verfehlt: {lost}</translation>
    </message>
    <message>
        <source>RPO {rpo}</source>
        <translation>RPO {rpo}</translation>
    </message>
    <message>
        <source>RTO</source>
        <translation>RTO</translation>
    </message>
    <message>
        <source>RTO and slack</source>
        <translation>RTO und Puffer</translation>
    </message>
    <message>
        <source>RTO from {min}</source>
        <translation>RTO ab {min}</translation>
    </message>
    <message>
        <source>RTO met</source>
        <translation>RTO eingehalten</translation>
    </message>
    <message>
        <source>RTO met by {met} of {judged} measured services.</source>
        <translation>RTO von {met} der {judged} gemessenen Services eingehalten.</translation>
    </message>
    <message>
        <source>RTO missed</source>
        <translation>RTO verfehlt</translation>
    </message>
    <message>
        <source>RTO {rto}</source>
        <translation>RTO {rto}</translation>
    </message>
    <message>
        <source>RTO {rto} met with {late} to spare</source>
        <translation>RTO {rto} eingehalten, {late} Puffer</translation>
    </message>
    <message>
        <source>RTO {rto} missed by {late}</source>
        <translation>RTO {rto} um {late} verfehlt</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Re opened</source>
        <translation>Wieder offen</translation>
    </message>
    <message>
        <source>Read a timeline into the log</source>
        <translation>Zeitverlauf ins Protokoll einlesen</translation>
    </message>
    <message>
        <source>Read a timeline into the log…</source>
        <translation>Zeitverlauf ins Protokoll einlesen …</translation>
    </message>
    <message>
        <source>Read an events list</source>
        <translation>Drehbuch einlesen</translation>
    </message>
    <message>
        <source>Read an events list…</source>
        <translation>Drehbuch einlesen …</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Lesen als</translation>
    </message>
    <message>
        <source>Read events list {name}</source>
        <translation>Drehbuch {name} einlesen</translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation>Bereitschaft</translation>
    </message>
    <message>
        <source>Readiness {score} of 100</source>
        <translation>Bereitschaft {score} von 100</translation>
    </message>
    <message>
        <source>Readiness, coverage, calendar, figures over time, measured times, actions.</source>
        <translation>Bereitschaft, Abdeckung, Kalender, Werte im Lauf der Zeit, gemessene Zeiten, Maßnahmen.</translation>
    </message>
    <message>
        <source>Reading the copy</source>
        <translation>Kopie wird gelesen</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>Datei wird gelesen</translation>
    </message>
    <message>
        <source>Reading the files</source>
        <translation>Dateien werden gelesen</translation>
    </message>
    <message>
        <source>Reading the named versions</source>
        <translation>Benannte Versionen werden gelesen</translation>
    </message>
    <message>
        <source>Reading the named versions…</source>
        <translation>Benannte Versionen werden gelesen …</translation>
    </message>
    <message>
        <source>Ready to work, and asking what to do first: {title}.</source>
        <translation>Bereit zur Arbeit und fragt, was zuerst zu tun ist: {title}.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Reason of the decision</source>
        <translation>Grund der Entscheidung</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Aufgezeichnet</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Recover parts of the chain side by side, shorten the longest work in it, or agree on a longer RTO for {name}.</source>
        <translation>Bringen Sie Teile der Kette nebeneinander zurück, verkürzen Sie die längste Arbeit darin oder vereinbaren Sie eine längere RTO für {name}.</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>Wiederanlauf</translation>
    </message>
    <message>
        <source>Recovery after its own failure, or restart after the loss of what it needs.</source>
        <translation>Wiederherstellung nach eigenem Ausfall oder Neustart nach dem Verlust dessen, was er benötigt.</translation>
    </message>
    <message>
        <source>Recovery as a chart</source>
        <translation>Wiederanlauf als Diagramm</translation>
    </message>
    <message>
        <source>Recovery as a list of tasks</source>
        <translation>Wiederanlauf als Aufgabenliste</translation>
    </message>
    <message>
        <source>Recovery is carried out and measured, in a place of its own.</source>
        <translation>Der Wiederanlauf wird durchgeführt und gemessen, in eigener Umgebung.</translation>
    </message>
    <message>
        <source>Recovery of {title} measured a year ago</source>
        <translation>Wiederanlauf von {title} vor einem Jahr gemessen</translation>
    </message>
    <message>
        <source>Recovery order</source>
        <translation>Wiederanlaufreihenfolge</translation>
    </message>
    <message>
        <source>Recovery order as CSV</source>
        <translation>Wiederanlaufreihenfolge als CSV</translation>
    </message>
    <message>
        <source>Recovery order as Microsoft Project XML</source>
        <translation>Wiederanlaufreihenfolge als Microsoft-Project-XML</translation>
    </message>
    <message>
        <source>Recovery point</source>
        <translation>Replikatstand</translation>
    </message>
    <message>
        <source>Recovery point objective: the most data, measured in time, that may be lost.</source>
        <translation>Maximal zulässiger Datenverlust (RPO), als Zeit gemessen.</translation>
    </message>
    <message>
        <source>Recovery relation</source>
        <translation>Bezug</translation>
    </message>
    <message>
        <source>Recovery steps</source>
        <translation>Wiederanlaufschritte</translation>
    </message>
    <message>
        <source>Recovery team</source>
        <translation>Wiederanlaufteam</translation>
    </message>
    <message>
        <source>Recovery time</source>
        <translation>Wiederanlauf</translation>
    </message>
    <message>
        <source>Recovery time objective: the longest outage aimed for.</source>
        <translation>Wiederanlaufzeit (RTO): der längste angestrebte Ausfall.</translation>
    </message>
    <message>
        <source>Recovery work</source>
        <translation>Wiederanlaufarbeit</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Redo {redo_label}</source>
        <translation>Wiederholen: {redo_label}</translation>
    </message>
    <message>
        <source>Redo: </source>
        <translation>Wiederholt: </translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Related plans</source>
        <translation>Verwandte Pläne</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>Beziehung</translation>
    </message>
    <message>
        <source>Relies on</source>
        <translation>Stützt sich auf</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>Erinnerung</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove inject {key}</source>
        <translation>Einlage {key} entfernen</translation>
    </message>
    <message>
        <source>Remove the condition {said}</source>
        <translation>Bedingung {said} entfernen</translation>
    </message>
    <message>
        <source>Remove the passphrase</source>
        <translation>Passphrase entfernen</translation>
    </message>
    <message>
        <source>Remove the passphrase…</source>
        <translation>Passphrase entfernen …</translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation>Diese Bedingung entfernen</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name} entfernen</translation>
    </message>
    <message>
        <source>Removes the chosen answer and those below it</source>
        <translation>Entfernt die gewählte Antwort und die darunter</translation>
    </message>
    <message>
        <source>Removes the chosen inject; it is not proposed again</source>
        <translation>Entfernt die gewählte Einlage; sie wird nicht wieder vorgeschlagen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Rename {title}</source>
        <translation>{title} umbenennen</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <source>Repaired copy</source>
        <translation>Reparierte Kopie</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Replicas copy the damage, so data comes back from isolated backups.</source>
        <translation>Replikate kopieren den Schaden, daher kommen Daten aus isolierten Sicherungen zurück.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Reports to</source>
        <translation>Berichtet an</translation>
    </message>
    <message>
        <source>Reputation</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Gefordert</translation>
    </message>
    <message>
        <source>Required RTO</source>
        <translation>Soll-RTO</translation>
    </message>
    <message>
        <source>Requirement</source>
        <translation>Abhängigkeit</translation>
    </message>
    <message>
        <source>Requirements</source>
        <translation>Abhängigkeiten</translation>
    </message>
    <message>
        <source>Resilience experiment</source>
        <translation>Resilienzexperiment</translation>
    </message>
    <message>
        <source>Resize a {kind}</source>
        <translation>Größe ändern: {kind}</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Ressourcen</translation>
    </message>
    <message>
        <source>Response and recovery</source>
        <translation>Bewältigung und Wiederanlauf</translation>
    </message>
    <message>
        <source>Response team</source>
        <translation>Krisenteam</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neustart</translation>
    </message>
    <message>
        <source>Restart time</source>
        <translation>Neustart</translation>
    </message>
    <message>
        <source>Restore the first arrangement</source>
        <translation>Ursprüngliche Anordnung wiederherstellen</translation>
    </message>
    <message>
        <source>Restores are measured on a schedule; data is reconciled with what depends on it.</source>
        <translation>Wiederherstellungen werden regelmäßig gemessen; Daten werden mit dem abgeglichen, was von ihnen abhängt.</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Results ({rows:,})</source>
        <translation>Ergebnisse ({rows:,})</translation>
    </message>
    <message>
        <source>Retailer</source>
        <translation>Einzelhändler</translation>
    </message>
    <message>
        <source>Return to normal</source>
        <translation>Rückkehr</translation>
    </message>
    <message>
        <source>Return: the chosen message was sent.</source>
        <translation>Eingabetaste: Die gewählte Mitteilung wurde gesendet.</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Zurückgegeben</translation>
    </message>
    <message>
        <source>Returned or destroyed on.</source>
        <translation>Zurückgegeben oder vernichtet am.</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Überprüfung</translation>
    </message>
    <message>
        <source>Review due</source>
        <translation>Nächste Prüfung</translation>
    </message>
    <message>
        <source>Review of the plan</source>
        <translation>Überprüfung des Plans</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>Änderungsverzeichnis</translation>
    </message>
    <message>
        <source>Rhythm after that.</source>
        <translation>Rhythmus danach.</translation>
    </message>
    <message>
        <source>Ride through · {riding}</source>
        <translation>Überbrückt · {riding}</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Role card, {title}</source>
        <translation>Rollenkarte, {title}</translation>
    </message>
    <message>
        <source>Role of the plan that is played.</source>
        <translation>Gespielte Rolle des Plans.</translation>
    </message>
    <message>
        <source>Role or job.</source>
        <translation>Rolle oder Aufgabe.</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Roles and deputies</source>
        <translation>Rollen und Vertretungen</translation>
    </message>
    <message>
        <source>Room to grow</source>
        <translation>Spielraum</translation>
    </message>
    <message>
        <source>Rule and services it was generated from; empty: own.</source>
        <translation>Regel und Services, aus denen sie entstand; leer: eigene.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Durchführen</translation>
    </message>
    <message>
        <source>Run the simulation: each trial draws every working time anew and follows the same order.</source>
        <translation>Starten Sie die Simulation: Jeder Durchlauf zieht jede Arbeitszeit neu und folgt derselben Reihenfolge.</translation>
    </message>
    <message>
        <source>Runbook, checkpoint after task {last_task}</source>
        <translation>Wiederanlaufplan, Prüfpunkt nach Aufgabe {last_task}</translation>
    </message>
    <message>
        <source>Runbook, section 1</source>
        <translation>Wiederanlaufplan, Abschnitt 1</translation>
    </message>
    <message>
        <source>Runbook, section 1, decision</source>
        <translation>Wiederanlaufplan, Abschnitt 1, Entscheidung</translation>
    </message>
    <message>
        <source>Runbook, section 1, latest declaration</source>
        <translation>Wiederanlaufplan, Abschnitt 1, spätestes Ausrufen</translation>
    </message>
    <message>
        <source>Runbook, section on targets</source>
        <translation>Wiederanlaufplan, Abschnitt zu den Zielen</translation>
    </message>
    <message>
        <source>Runbook, section on what is lost</source>
        <translation>Wiederanlaufplan, Abschnitt zu den Verlusten</translation>
    </message>
    <message>
        <source>Runbook, task {first}</source>
        <translation>Wiederanlaufplan, Aufgabe {first}</translation>
    </message>
    <message>
        <source>Runbook, tasks {first} to {last}</source>
        <translation>Wiederanlaufplan, Aufgaben {first} bis {last}</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>S</source>
        <translation>S</translation>
    </message>
    <message>
        <source>SHA-256 over the entry before and this one.</source>
        <translation>SHA-256 über den vorigen Eintrag und diesen.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Kopie speichern</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Kopie speichern …</translation>
    </message>
    <message>
        <source>Save an encrypted copy</source>
        <translation>Verschlüsselte Kopie speichern</translation>
    </message>
    <message>
        <source>Save an encrypted copy…</source>
        <translation>Verschlüsselte Kopie speichern …</translation>
    </message>
    <message>
        <source>Save without personal data</source>
        <translation>Ohne personenbezogene Daten speichern</translation>
    </message>
    <message>
        <source>Save without personal data…</source>
        <translation>Ohne personenbezogene Daten speichern …</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Gespeichert als {name}.</translation>
    </message>
    <message>
        <source>Saved:</source>
        <translation>Gespeichert:</translation>
    </message>
    <message>
        <source>Say how one of them is brought up without the other: set that requirement to be met before the work can finish, or to not needed for recovery.</source>
        <translation>Sagen Sie, wie einer davon ohne den anderen hochgefahren wird: Setzen Sie diese Abhängigkeit auf „vor dem Ende der Arbeit“ oder auf „für den Wiederanlauf nicht nötig“.</translation>
    </message>
    <message>
        <source>Say how the work goes on, or that it stops, and who is told</source>
        <translation>Sagen, wie die Arbeit weitergeht oder dass sie ruht, und wer es erfährt</translation>
    </message>
    <message>
        <source>Say what is lost, not what happened: the same loss has many causes and one recovery.</source>
        <translation>Sagen Sie, was verloren ist, nicht was geschah: Derselbe Verlust hat viele Ursachen und einen Wiederanlauf.</translation>
    </message>
    <message>
        <source>Say what you see. What nobody has looked at stays “–”. The smallest failures that explain it come first, with what to check next.</source>
        <translation>Sagen Sie, was Sie sehen. Was niemand geprüft hat, bleibt „–“. Die kleinsten Ausfälle, die es erklären, stehen zuerst, mit dem, was als Nächstes zu prüfen ist.</translation>
    </message>
    <message>
        <source>Say when it becomes intolerable to have an MTPD suggested.</source>
        <translation>Sagen Sie, ab wann es nicht mehr tragbar ist, um eine MTPD vorgeschlagen zu bekommen.</translation>
    </message>
    <message>
        <source>Says who decides, and that person decides</source>
        <translation>Sagt, wer entscheidet, und diese Person entscheidet</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>Scenario clock</source>
        <translation>Uhr der Handlung</translation>
    </message>
    <message>
        <source>Scenario declared</source>
        <translation>Szenario ausgerufen</translation>
    </message>
    <message>
        <source>Scenario {title} fails {service}, which is not among the services; choose one of the plan&apos;s services</source>
        <translation>Im Szenario {title} fällt {service} aus, das nicht zu den Services gehört; wählen Sie einen Service des Plans</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Szenarien</translation>
    </message>
    <message>
        <source>Scenarios…</source>
        <translation>Szenarien …</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Geltungsbereich</translation>
    </message>
    <message>
        <source>Scope and conditions.</source>
        <translation>Umfang und Bedingungen.</translation>
    </message>
    <message>
        <source>Se&amp;verity</source>
        <translation>Sch&amp;weregrad</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>Siegel</translation>
    </message>
    <message>
        <source>Seal at closing</source>
        <translation>Siegel beim Abschluss</translation>
    </message>
    <message>
        <source>Seal of the last entry when it was closed.</source>
        <translation>Siegel des letzten Eintrags beim Abschluss.</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>Handbuch durchsuchen</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>Seed: the same one draws the same times again</source>
        <translation>Startwert: Derselbe zieht wieder dieselben Zeiten</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gesehen</translation>
    </message>
    <message>
        <source>Seen in {title}; check what lies between the two.</source>
        <translation>Gesehen in {title}; prüfen Sie, was zwischen beiden liegt.</translation>
    </message>
    <message>
        <source>Select a service or a requirement to see and edit everything about it.

Several selected services are edited together.</source>
        <translation>Wählen Sie einen Service oder eine Abhängigkeit aus, um alles darüber zu sehen und zu bearbeiten.

Mehrere ausgewählte Services werden gemeinsam bearbeitet.</translation>
    </message>
    <message>
        <source>Select a service to see why its figures are what they are.</source>
        <translation>Wählen Sie einen Service aus, um zu sehen, warum seine Werte sind, wie sie sind.</translation>
    </message>
    <message>
        <source>Select a service, or choose a tier, to find its cut sets.</source>
        <translation>Wählen Sie einen Service oder eine Stufe, um die Minimalschnitte zu finden.</translation>
    </message>
    <message>
        <source>Select all services</source>
        <translation>Alle Services auswählen</translation>
    </message>
    <message>
        <source>Select all that it rests on</source>
        <translation>Alles auswählen, worauf er beruht</translation>
    </message>
    <message>
        <source>Select all who need it in the end</source>
        <translation>Alle auswählen, die ihn letztlich brauchen</translation>
    </message>
    <message>
        <source>Select along the requirements</source>
        <translation>Entlang der Abhängigkeiten auswählen</translation>
    </message>
    <message>
        <source>Select by a frame, add to the selection</source>
        <translation>Mit einem Rahmen auswählen, zur Auswahl hinzufügen</translation>
    </message>
    <message>
        <source>Select the services that belong together, then group them.</source>
        <translation>Wählen Sie die zusammengehörigen Services aus und gruppieren Sie sie dann.</translation>
    </message>
    <message>
        <source>Select two or more services to link them</source>
        <translation>Wählen Sie zwei oder mehr Services aus, um sie zu verbinden</translation>
    </message>
    <message>
        <source>Select two providers of the same service, or two of its lines, to make them redundant</source>
        <translation>Wählen Sie zwei Anbieter desselben Service oder zwei seiner Linien aus, um sie redundant zu machen</translation>
    </message>
    <message>
        <source>Select what it needs</source>
        <translation>Auswählen, was er benötigt</translation>
    </message>
    <message>
        <source>Select what the frame touches; hold Shift to add to the selection</source>
        <translation>Auswählen, was der Rahmen berührt; Umschalt fügt zur Auswahl hinzu</translation>
    </message>
    <message>
        <source>Select who needs it</source>
        <translation>Auswählen, wer ihn benötigt</translation>
    </message>
    <message>
        <source>Select who needs it, what it needs</source>
        <translation>Auswählen, wer ihn benötigt, was er benötigt</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Ser&amp;vices</source>
        <translation>Ser&amp;vices</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Service down</source>
        <translation>Service ausgefallen</translation>
    </message>
    <message>
        <source>Service owners</source>
        <translation>Serviceverantwortliche</translation>
    </message>
    <message>
        <source>Service up</source>
        <translation>Service in Betrieb</translation>
    </message>
    <message>
        <source>ServiceNow cmdb_ci and cmdb_rel_ci</source>
        <translation>ServiceNow cmdb_ci und cmdb_rel_ci</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>Services appear here as rows, to be edited like a spreadsheet.</source>
        <translation>Hier erscheinen Services als Zeilen, die sich wie in einer Tabellenkalkulation bearbeiten lassen.</translation>
    </message>
    <message>
        <source>Services appear here as you add them.</source>
        <translation>Hier erscheinen Services, sobald Sie sie hinzufügen.</translation>
    </message>
    <message>
        <source>Services as CSV</source>
        <translation>Services als CSV</translation>
    </message>
    <message>
        <source>Services of the same group must be restored to one common point in time.</source>
        <translation>Services derselben Gruppe müssen auf einen gemeinsamen Zeitpunkt wiederhergestellt werden.</translation>
    </message>
    <message>
        <source>Services to connect</source>
        <translation>Zu verbindende Services</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Festlegen</translation>
    </message>
    <message>
        <source>Set causes of {name}</source>
        <translation>Ursachen von {name} festlegen</translation>
    </message>
    <message>
        <source>Set needs of {named}</source>
        <translation>Bedarf von {named} festlegen</translation>
    </message>
    <message>
        <source>Set the &amp;change…</source>
        <translation>Än&amp;derung festlegen …</translation>
    </message>
    <message>
        <source>Set the change of an action</source>
        <translation>Änderung einer Maßnahme festlegen</translation>
    </message>
    <message>
        <source>Set the likely {words} of {title} to {work}.</source>
        <translation>Wahrscheinliche {words} von {title} auf {work} setzen.</translation>
    </message>
    <message>
        <source>Set the recovery estimate from data</source>
        <translation>Schätzung des Wiederanlaufs aus den Daten setzen</translation>
    </message>
    <message>
        <source>Set the restart estimate from data</source>
        <translation>Schätzung des Neustarts aus den Daten setzen</translation>
    </message>
    <message>
        <source>Set the time of {name}</source>
        <translation>Zeitpunkt von {name} festlegen</translation>
    </message>
    <message>
        <source>Set the tolerance of {title} for the loss of {provider} to at least {lasted}, or call it a soft requirement.</source>
        <translation>Toleranz von {title} für den Verlust von {provider} auf mindestens {lasted} setzen oder sie eine weiche Abhängigkeit nennen.</translation>
    </message>
    <message>
        <source>Set the tolerance of {title} for the loss of {provider} to {tolerance}.</source>
        <translation>Toleranz von {title} für den Verlust von {provider} auf {tolerance} setzen.</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Einrichten</translation>
    </message>
    <message>
        <source>Set {field} of {name}</source>
        <translation>{field} von {name} festlegen</translation>
    </message>
    <message>
        <source>Set {label} of the plan</source>
        <translation>{label} des Plans festlegen</translation>
    </message>
    <message>
        <source>Set {label} of {title}</source>
        <translation>{label} von {title} festlegen</translation>
    </message>
    <message>
        <source>Set {work} of {name} from measured times</source>
        <translation>{work} von {name} aus gemessenen Zeiten festlegen</translation>
    </message>
    <message>
        <source>Set: {name}</source>
        <translation>Festlegen: {name}</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Severity per category as the outage grows.</source>
        <translation>Schwere je Kategorie mit wachsendem Ausfall.</translation>
    </message>
    <message>
        <source>Share of normal capacity.</source>
        <translation>Anteil der normalen Kapazität.</translation>
    </message>
    <message>
        <source>Share of trials in which it decides the end.</source>
        <translation>Anteil der Durchläufe, in denen er das Ende bestimmt.</translation>
    </message>
    <message>
        <source>Share of trials that keep the MTPD.</source>
        <translation>Anteil der Durchläufe, die die MTPD einhalten.</translation>
    </message>
    <message>
        <source>Share of trials that keep the RTO.</source>
        <translation>Anteil der Durchläufe, die die RTO einhalten.</translation>
    </message>
    <message>
        <source>Shares at each named version, as of its day, and now.</source>
        <translation>Anteile bei jeder benannten Version, zu ihrem Tag, und jetzt.</translation>
    </message>
    <message>
        <source>Shift+N, Shift+G</source>
        <translation>Umschalt+N, Umschalt+G</translation>
    </message>
    <message>
        <source>Short identifier, unique among the actions.</source>
        <translation>Kurze Kennung, eindeutig unter den Maßnahmen.</translation>
    </message>
    <message>
        <source>Short identifier, unique among the assessments.</source>
        <translation>Kurze Kennung, eindeutig unter den Bewertungen.</translation>
    </message>
    <message>
        <source>Short identifier, unique among the contacts.</source>
        <translation>Kurze Kennung, eindeutig unter den Kontakten.</translation>
    </message>
    <message>
        <source>Short identifier, unique among the events.</source>
        <translation>Kurze Kennung, eindeutig unter den Ereignissen.</translation>
    </message>
    <message>
        <source>Short identifier, unique among the lessons.</source>
        <translation>Kurze Kennung, eindeutig unter den Erkenntnissen.</translation>
    </message>
    <message>
        <source>Short identifier, unique among the records.</source>
        <translation>Kurze Kennung, eindeutig unter den Unterlagen.</translation>
    </message>
    <message>
        <source>Short identifier, unique among the resources.</source>
        <translation>Kurze Kennung, eindeutig unter den Ressourcen.</translation>
    </message>
    <message>
        <source>Short identifier, unique among the roles.</source>
        <translation>Kurze Kennung, eindeutig unter den Rollen.</translation>
    </message>
    <message>
        <source>Short identifier, unique among the scenarios.</source>
        <translation>Kurze Kennung, eindeutig unter den Szenarien.</translation>
    </message>
    <message>
        <source>Short identifier, unique among the strategies.</source>
        <translation>Kurze Kennung, eindeutig unter den Strategien.</translation>
    </message>
    <message>
        <source>Short identifier, unique among the teams.</source>
        <translation>Kurze Kennung, eindeutig unter den Teams.</translation>
    </message>
    <message>
        <source>Short identifier, unique in its list.</source>
        <translation>Kurze Kennung, eindeutig in ihrer Liste.</translation>
    </message>
    <message>
        <source>Short identifier, unique in the plan.</source>
        <translation>Kurze Kennung, eindeutig im Plan.</translation>
    </message>
    <message>
        <source>Shorten the RPO of {name} to {required}, or check that {driver} can get what is missing from elsewhere and lengthen its RPO.</source>
        <translation>Verkürzen Sie die RPO von {name} auf {required} oder prüfen Sie, ob {driver} das Fehlende anderswoher bekommt, und verlängern Sie dessen RPO.</translation>
    </message>
    <message>
        <source>Shorten the RTO of {name} to {asked}, lengthen that of {driver}, or bridge the gap with a tolerance or a second provider.</source>
        <translation>Verkürzen Sie die RTO von {name} auf {asked}, verlängern Sie die von {driver} oder überbrücken Sie die Lücke mit einer Toleranz oder einem zweiten Anbieter.</translation>
    </message>
    <message>
        <source>Shorten the RTO or the work recovery time, or check the MTPD with the business.</source>
        <translation>Verkürzen Sie die RTO oder die Nacharbeitszeit oder prüfen Sie die MTPD mit dem Fachbereich.</translation>
    </message>
    <message>
        <source>Shorten the recovery of {name} (preparation, spares, automation, faster declaration), or agree on a longer objective.</source>
        <translation>Verkürzen Sie den Wiederanlauf von {name} (Vorbereitung, Reserven, Automatisierung, schnellere Ausrufung) oder vereinbaren Sie eine längere Zielzeit.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Show all services</source>
        <translation>Alle Services zeigen</translation>
    </message>
    <message>
        <source>Show only these</source>
        <translation>Nur diese zeigen</translation>
    </message>
    <message>
        <source>Show only what fits, for example rto&lt;4h</source>
        <translation>Nur zeigen, was passt, zum Beispiel rto&lt;4h</translation>
    </message>
    <message>
        <source>Show or hide: {kind}</source>
        <translation>Ein- oder ausblenden: {kind}</translation>
    </message>
    <message>
        <source>Showing {groups} holding {held:,} of {total:,} services</source>
        <translation>{groups} mit {held:,} von {total:,} Services gezeigt</translation>
    </message>
    <message>
        <source>Showing {shown:,} of {total:,} services</source>
        <translation>{shown:,} von {total:,} Services gezeigt</translation>
    </message>
    <message>
        <source>Shows only the services that meet all of these conditions.</source>
        <translation>Zeigt nur die Services, die alle diese Bedingungen erfüllen.</translation>
    </message>
    <message>
        <source>Shows only the services that meet conditions, on canvas, table and outline.</source>
        <translation>Zeigt auf Zeichenfläche, in Tabelle und Gliederung nur Services, die Bedingungen erfüllen.</translation>
    </message>
    <message>
        <source>Shows the blast radius of the selected services without keeping a scenario.</source>
        <translation>Zeigt den Ausfallradius der ausgewählten Services, ohne ein Szenario zu behalten.</translation>
    </message>
    <message>
        <source>Shows the selected services, or all, arranged anew; pinned ones stay.</source>
        <translation>Zeigt die ausgewählten oder alle Services neu angeordnet; angeheftete bleiben stehen.</translation>
    </message>
    <message>
        <source>Shows the worst that happens to each service, at any time.</source>
        <translation>Zeigt das Schlimmste, was jedem Service zu irgendeiner Zeit geschieht.</translation>
    </message>
    <message>
        <source>Shows what differs between two versions: fields, and what follows from them</source>
        <translation>Zeigt, worin sich zwei Versionen unterscheiden: Felder und was daraus folgt</translation>
    </message>
    <message>
        <source>Sign-in, role sheets, blank logs, evaluation guide, feedback, hot wash.</source>
        <translation>Anwesenheitsliste, Rollenblätter, leere Protokolle, Bewertungsleitfaden, Rückmeldung, Nachbesprechung.</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>Anzeichen</translation>
    </message>
    <message>
        <source>Signs of something else</source>
        <translation>Anzeichen für etwas anderes</translation>
    </message>
    <message>
        <source>Simulation</source>
        <translation>Simulation</translation>
    </message>
    <message>
        <source>Single columns</source>
        <translation>Einzelne Spalten</translation>
    </message>
    <message>
        <source>Single failures</source>
        <translation>Einzelausfälle</translation>
    </message>
    <message>
        <source>Single points of failure</source>
        <translation>Single Points of Failure</translation>
    </message>
    <message>
        <source>Single points of failure, and which failures together take a service down.</source>
        <translation>Single Points of Failure und welche Ausfälle gemeinsam einen Service lahmlegen.</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>Situation manual</source>
        <translation>Lagehandbuch</translation>
    </message>
    <message>
        <source>Situation re&amp;port</source>
        <translation>Lage&amp;bericht</translation>
    </message>
    <message>
        <source>Situation report</source>
        <translation>Lagebericht</translation>
    </message>
    <message>
        <source>Situation report {number} made</source>
        <translation>Lagebericht {number} erstellt</translation>
    </message>
    <message>
        <source>Situation report {number}, {title}, {now}</source>
        <translation>Lagebericht {number}, {title}, {now}</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Slack</source>
        <translation>Puffer</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Soft</source>
        <translation>Weich</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Gelöst</translation>
    </message>
    <message>
        <source>Some working times are unknown and count as zero, so it may take longer.</source>
        <translation>Einige Arbeitszeiten sind unbekannt und zählen als null; es kann also länger dauern.</translation>
    </message>
    <message>
        <source>Something is taken away in operation, within a limit.</source>
        <translation>Im Betrieb wird etwas weggenommen, innerhalb einer Grenze.</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Source: who or what says so, where it is kept</source>
        <translation>Quelle: wer oder was das sagt, wo es aufbewahrt wird</translation>
    </message>
    <message>
        <source>Space or middle button and drag, scroll</source>
        <translation>Leertaste oder mittlere Maustaste und ziehen, blättern</translation>
    </message>
    <message>
        <source>Specific and measurable.</source>
        <translation>Konkret und messbar.</translation>
    </message>
    <message>
        <source>Speed of the clock</source>
        <translation>Geschwindigkeit der Uhr</translation>
    </message>
    <message>
        <source>Sponsor</source>
        <translation>Auftraggeber</translation>
    </message>
    <message>
        <source>Spreadsheets (*.xlsx *.xlsm *.xls *.ods *.csv *.tsv *.txt)</source>
        <translation>Tabellen (*.xlsx *.xlsm *.xls *.ods *.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>Stand do&amp;wn</source>
        <translation>&amp;Entwarnen</translation>
    </message>
    <message>
        <source>Stand down</source>
        <translation>Entwarnen</translation>
    </message>
    <message>
        <source>Stand-down</source>
        <translation>Entwarnung</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Start of the work</source>
        <translation>Beginn der Arbeit</translation>
    </message>
    <message>
        <source>Start up</source>
        <translation>Anlaufen</translation>
    </message>
    <message>
        <source>Start with what your customers get, then what it needs.</source>
        <translation>Beginnen Sie mit dem, was Ihre Kunden erhalten, dann mit dem, was es benötigt.</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Beginnt</translation>
    </message>
    <message>
        <source>Starts or pauses the clock</source>
        <translation>Startet oder hält die Uhr an</translation>
    </message>
    <message>
        <source>Starts when</source>
        <translation>Beginnt, wenn</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Status: {status}, declared at {declared}.</source>
        <translation>Status: {status}, ausgerufen bei {declared}.</translation>
    </message>
    <message>
        <source>Status: {status}, not declared.</source>
        <translation>Status: {status}, nicht ausgerufen.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Step by step: workaround, start-up, running at the minimum level, catching up, stop.</source>
        <translation>Schritt für Schritt: Notbehelf, Anlaufen, Betrieb auf Mindestniveau, Aufholen, Ende.</translation>
    </message>
    <message>
        <source>Still running, but worse (slow, by hand or on a reserve): {named}.</source>
        <translation>Läuft noch, aber schlechter (langsam, von Hand oder mit Reserve): {named}.</translation>
    </message>
    <message>
        <source>Stood down</source>
        <translation>Entwarnt</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop looking at a scenario</source>
        <translation>Szenario nicht mehr betrachten</translation>
    </message>
    <message>
        <source>Stop this computation</source>
        <translation>Diese Berechnung anhalten</translation>
    </message>
    <message>
        <source>Stop when: {condition}</source>
        <translation>Abbrechen, wenn: {condition}</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Stopped looking for cut sets</source>
        <translation>Die Suche nach Minimalschnitten wurde angehalten</translation>
    </message>
    <message>
        <source>Stopped. A smaller order or fewer kinds are found sooner.</source>
        <translation>Angehalten. Eine kleinere Ordnung oder weniger Arten werden schneller gefunden.</translation>
    </message>
    <message>
        <source>Stopped; nothing was changed</source>
        <translation>Angehalten; nichts wurde geändert</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>Handlungszeit</translation>
    </message>
    <message>
        <source>Story begins</source>
        <translation>Handlung beginnt</translation>
    </message>
    <message>
        <source>Strategies</source>
        <translation>Strategien</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>Strengths</source>
        <translation>Stärken</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Gegenstand</translation>
    </message>
    <message>
        <source>Succession</source>
        <translation>Nachfolge</translation>
    </message>
    <message>
        <source>Suggested MTPD: {found} ({found2})</source>
        <translation>Vorgeschlagene MTPD: {found} ({found2})</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Superseded</source>
        <translation>Abgelöst</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>Lieferant</translation>
    </message>
    <message>
        <source>Supplier and site sheets</source>
        <translation>Lieferanten- und Standortblätter</translation>
    </message>
    <message>
        <source>Suppliers</source>
        <translation>Lieferanten</translation>
    </message>
    <message>
        <source>T+</source>
        <translation>T+</translation>
    </message>
    <message>
        <source>T+1 d</source>
        <translation>T+1 Tag</translation>
    </message>
    <message>
        <source>T+1 w</source>
        <translation>T+1 Woche</translation>
    </message>
    <message>
        <source>T+1:30, 90 min, or the time of day such as 14:05</source>
        <translation>T+1:30, 90 Min. oder die Uhrzeit wie 14:05</translation>
    </message>
    <message>
        <source>T+3 d</source>
        <translation>T+3 Tage</translation>
    </message>
    <message>
        <source>T+30 d</source>
        <translation>T+30 Tage</translation>
    </message>
    <message>
        <source>T+4 h</source>
        <translation>T+4 Std.</translation>
    </message>
    <message>
        <source>Tab goes from one choice to the next; the arrow keys choose.</source>
        <translation>Tab geht von einer Wahl zur nächsten; die Pfeiltasten wählen.</translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation>Tab, Umschalt+Tab</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Table (spreadsheet, CSV)</source>
        <translation>Tabelle (Tabellenkalkulation, CSV)</translation>
    </message>
    <message>
        <source>Table of services</source>
        <translation>Tabelle der Services</translation>
    </message>
    <message>
        <source>Tables of a plan (workbook, or CSV files in a ZIP file)</source>
        <translation>Tabellen eines Plans (Arbeitsmappe oder CSV-Dateien in einer ZIP-Datei)</translation>
    </message>
    <message>
        <source>Tabletop</source>
        <translation>Planbesprechung</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Take isolated backups more often, or state that the RPO excludes attacks.</source>
        <translation>Erstellen Sie öfter isolierte Sicherungen oder halten Sie fest, dass die RPO Angriffe ausschließt.</translation>
    </message>
    <message>
        <source>Take the first steps</source>
        <translation>Die ersten Schritte gehen</translation>
    </message>
    <message>
        <source>Takes part as</source>
        <translation>Nimmt teil als</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Zielzeiten</translation>
    </message>
    <message>
        <source>Targets missed or at risk</source>
        <translation>Verfehlte oder gefährdete Ziele</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Task finished</source>
        <translation>Aufgabe erledigt</translation>
    </message>
    <message>
        <source>Task started</source>
        <translation>Aufgabe begonnen</translation>
    </message>
    <message>
        <source>Task, inject or entry that it is about.</source>
        <translation>Aufgabe, Einlage oder Eintrag, um den es geht.</translation>
    </message>
    <message>
        <source>Tasks of the runbook</source>
        <translation>Aufgaben des Wiederanlaufplans</translation>
    </message>
    <message>
        <source>Tasks – Space: begun, then done</source>
        <translation>Aufgaben – Leertaste: begonnen, dann erledigt</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Teams</translation>
    </message>
    <message>
        <source>Teams and how many of their people are bound for the whole of that work.</source>
        <translation>Teams und wie viele ihrer Personen für die ganze Arbeit gebunden sind.</translation>
    </message>
    <message>
        <source>Teams carry out the recovery. Add the first one.</source>
        <translation>Teams führen den Wiederanlauf durch. Fügen Sie das erste hinzu.</translation>
    </message>
    <message>
        <source>Teams…</source>
        <translation>Teams …</translation>
    </message>
    <message>
        <source>Technical</source>
        <translation>Technisch</translation>
    </message>
    <message>
        <source>Technology</source>
        <translation>Technik</translation>
    </message>
    <message>
        <source>Tell every audience of the communication plan for the first time on schedule.</source>
        <translation>Alle Adressaten des Kommunikationsplans zum ersten Mal pünktlich informieren.</translation>
    </message>
    <message>
        <source>Tell them by {channel}, approved by {signed}: {content}.</source>
        <translation>Sie informieren über {channel}, freigegeben von {signed}: {content}.</translation>
    </message>
    <message>
        <source>Tell them by {channel}: {content}.</source>
        <translation>Sie informieren über {channel}: {content}.</translation>
    </message>
    <message>
        <source>Tell them, approved by {signed}: {content}.</source>
        <translation>Sie informieren, freigegeben von {signed}: {content}.</translation>
    </message>
    <message>
        <source>Tell them: {content}.</source>
        <translation>Sie informieren: {content}.</translation>
    </message>
    <message>
        <source>Tells {audience}</source>
        <translation>Informiert {audience}</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Term for the longest outage</source>
        <translation>Bezeichnung des längsten Ausfalls</translation>
    </message>
    <message>
        <source>Terraform state</source>
        <translation>Terraform-Zustand</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Text beside the services.</source>
        <translation>Text neben den Services.</translation>
    </message>
    <message>
        <source>Text of the entry</source>
        <translation>Text des Eintrags</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>Text der Notiz</translation>
    </message>
    <message>
        <source>The RPO is met.</source>
        <translation>Die RPO ist eingehalten.</translation>
    </message>
    <message>
        <source>The RPO is missed.</source>
        <translation>Die RPO ist verfehlt.</translation>
    </message>
    <message>
        <source>The answer: a gap, never a person.</source>
        <translation>Die Antwort: eine Lücke, nie eine Person.</translation>
    </message>
    <message>
        <source>The assessment is gone; begin another one</source>
        <translation>Die Bewertung ist weg; beginnen Sie eine neue</translation>
    </message>
    <message>
        <source>The best case must not exceed the likely one, nor that the worst case.</source>
        <translation>Der günstigste Fall darf den wahrscheinlichen nicht überschreiten und dieser nicht den ungünstigsten.</translation>
    </message>
    <message>
        <source>The cell below, the one above</source>
        <translation>Zelle darunter, Zelle darüber</translation>
    </message>
    <message>
        <source>The change that an action stands for</source>
        <translation>Die Änderung, für die eine Maßnahme steht</translation>
    </message>
    <message>
        <source>The changes of both sides together make no sense</source>
        <translation>Die Änderungen beider Seiten ergeben zusammen keinen Sinn</translation>
    </message>
    <message>
        <source>The clipboard</source>
        <translation>Die Zwischenablage</translation>
    </message>
    <message>
        <source>The clipboard holds no cells to paste here.</source>
        <translation>Die Zwischenablage enthält keine Zellen zum Einfügen.</translation>
    </message>
    <message>
        <source>The detail somebody new to it has to know.</source>
        <translation>Was jemand wissen muss, der es zum ersten Mal tut.</translation>
    </message>
    <message>
        <source>The disk is full, so it can be looked at but not changed; free some space and open it again</source>
        <translation>Der Datenträger ist voll, daher kann er angesehen, aber nicht geändert werden; schaffen Sie Platz und öffnen Sie ihn erneut</translation>
    </message>
    <message>
        <source>The document is written in English.</source>
        <translation>Das Dokument wird auf Englisch geschrieben.</translation>
    </message>
    <message>
        <source>The drawing is in {name}.</source>
        <translation>Die Zeichnung liegt in {name}.</translation>
    </message>
    <message>
        <source>The entry that this one corrects does not count.</source>
        <translation>Der Eintrag, den dieser korrigiert, zählt nicht.</translation>
    </message>
    <message>
        <source>The estimates agree with what was measured.</source>
        <translation>Die Schätzungen stimmen mit dem Gemessenen überein.</translation>
    </message>
    <message>
        <source>The events list.</source>
        <translation>Das Drehbuch.</translation>
    </message>
    <message>
        <source>The exercise is in step with the plan.</source>
        <translation>Die Übung stimmt mit dem Plan überein.</translation>
    </message>
    <message>
        <source>The file cannot be read as a database: {error}</source>
        <translation>Die Datei ist nicht als Datenbank lesbar: {error}</translation>
    </message>
    <message>
        <source>The file or its folder is write-protected, so it can be looked at but not changed; save a copy in another folder to edit it</source>
        <translation>Die Datei oder ihr Ordner ist schreibgeschützt, daher kann er angesehen, aber nicht geändert werden; speichern Sie zum Bearbeiten eine Kopie in einem anderen Ordner</translation>
    </message>
    <message>
        <source>The first actions of anybody, on every wallet card.</source>
        <translation>Die ersten Handlungen für alle, auf jeder Notfallkarte.</translation>
    </message>
    <message>
        <source>The gap that it closes.</source>
        <translation>Die Lücke, die sie schließt.</translation>
    </message>
    <message>
        <source>The hypothesis did not hold: down outside the limit: {names}.</source>
        <translation>Die Hypothese hielt nicht: außerhalb der Grenze ausgefallen: {names}.</translation>
    </message>
    <message>
        <source>The last seal is not the one kept when it was closed</source>
        <translation>Das letzte Siegel ist nicht das beim Abschluss aufbewahrte</translation>
    </message>
    <message>
        <source>The levels answered, added up and divided by their number; “–” does not count.</source>
        <translation>Die beantworteten Stufen, zusammengezählt und durch ihre Zahl geteilt; „–“ zählt nicht.</translation>
    </message>
    <message>
        <source>The log has no entry {entry_id}; choose one that it has</source>
        <translation>Das Protokoll hat keinen Eintrag {entry_id}; wählen Sie einen vorhandenen</translation>
    </message>
    <message>
        <source>The log has {len} entries; it was closed with {log_count}</source>
        <translation>Das Protokoll hat {len} Einträge; abgeschlossen wurde es mit {log_count}</translation>
    </message>
    <message>
        <source>The manual workaround or reserve of {title} is used up, {carried} after the loss of {lost}. {title} stops.</source>
        <translation>Die Ersatzlösung oder Reserve von {title} ist aufgebraucht, {carried} nach dem Ausfall von {lost}. {title} steht still.</translation>
    </message>
    <message>
        <source>The number of trials must be from 1 to {most_trials:,}</source>
        <translation>Die Zahl der Durchläufe muss zwischen 1 und {most_trials:,} liegen</translation>
    </message>
    <message>
        <source>The number to try first.</source>
        <translation>Die Nummer, die zuerst versucht wird.</translation>
    </message>
    <message>
        <source>The number to try next.</source>
        <translation>Die Nummer, die danach versucht wird.</translation>
    </message>
    <message>
        <source>The one-off amount.</source>
        <translation>Der einmalige Betrag.</translation>
    </message>
    <message>
        <source>The only services that an experiment may take down.</source>
        <translation>Die einzigen Services, die ein Experiment lahmlegen darf.</translation>
    </message>
    <message>
        <source>The order on screen is kept. Change the order or the plan, then run both.</source>
        <translation>Die gezeigte Reihenfolge ist behalten. Ändern Sie die Reihenfolge oder den Plan und starten Sie dann beide.</translation>
    </message>
    <message>
        <source>The other copy</source>
        <translation>Die andere Kopie</translation>
    </message>
    <message>
        <source>The outage of {title} costs {cost:,}.</source>
        <translation>Der Ausfall von {title} kostet {cost:,}.</translation>
    </message>
    <message>
        <source>The passphrase is changed; backups made so far open with the old one.</source>
        <translation>Die Passphrase ist geändert; bisherige Sicherungen öffnen sich mit der alten.</translation>
    </message>
    <message>
        <source>The plan already says what it stands for.</source>
        <translation>Der Plan sagt bereits, wofür sie steht.</translation>
    </message>
    <message>
        <source>The plan as it is now</source>
        <translation>Der Plan, wie er jetzt ist</translation>
    </message>
    <message>
        <source>The plan counts on {planned}; it took {declared}.</source>
        <translation>Der Plan rechnet mit {planned}; gedauert hat es {declared}.</translation>
    </message>
    <message>
        <source>The plan has no communications; add them under Plan details.</source>
        <translation>Der Plan hat keine Mitteilungen; ergänzen Sie sie unter Plandetails.</translation>
    </message>
    <message>
        <source>The plan has no exercise or incident {event_id}; it has {known}</source>
        <translation>Der Plan hat keine Übung und keinen Vorfall {event_id}; vorhanden: {known}</translation>
    </message>
    <message>
        <source>The plan has no scenario {scenario_id}; choose one that it has</source>
        <translation>Der Plan hat kein Szenario {scenario_id}; wählen Sie ein vorhandenes</translation>
    </message>
    <message>
        <source>The plan is encrypted in {name}.</source>
        <translation>Der Plan ist verschlüsselt in {name}.</translation>
    </message>
    <message>
        <source>The plan is in {name}, which is not encrypted.</source>
        <translation>Der Plan liegt in {name}, unverschlüsselt.</translation>
    </message>
    <message>
        <source>The plan is what it was on {when}; undo takes it back.</source>
        <translation>Der Plan ist, was er am {when} war; Rückgängig nimmt es zurück.</translation>
    </message>
    <message>
        <source>The plan itself predicts {known}. Say so, tell those who depend on it when it will be back, and decide whether another order or more people would help.</source>
        <translation>Der Plan selbst sagt {known} voraus. Das offen sagen, allen Abhängigen mitteilen, wann es wieder da ist, und entscheiden, ob eine andere Reihenfolge oder mehr Leute helfen.</translation>
    </message>
    <message>
        <source>The plan itself stays as it is until the change is carried out.</source>
        <translation>Der Plan selbst bleibt, wie er ist, bis die Änderung ausgeführt wird.</translation>
    </message>
    <message>
        <source>The plan names no successor: note it, and agree on one now.</source>
        <translation>Der Plan nennt keine Nachfolge: Das festhalten und jetzt eine vereinbaren.</translation>
    </message>
    <message>
        <source>The plan refers to what is not there: {listed}.</source>
        <translation>Der Plan verweist auf Fehlendes: {listed}.</translation>
    </message>
    <message>
        <source>The plan says {tolerance}; it went down after {tolerance2}.</source>
        <translation>Der Plan sagt {tolerance}; ausgefallen ist er nach {tolerance2}.</translation>
    </message>
    <message>
        <source>The plan says {was}; measured from start to finish: {work}.</source>
        <translation>Der Plan sagt {was}; gemessen vom Beginn bis zum Ende: {work}.</translation>
    </message>
    <message>
        <source>The plan takes it down; nobody saw it down.</source>
        <translation>Der Plan lässt ihn ausfallen; niemand sah ihn ausgefallen.</translation>
    </message>
    <message>
        <source>The plan was changed meanwhile; close this and merge once more.</source>
        <translation>Der Plan wurde inzwischen geändert; schließen Sie dies und führen Sie noch einmal zusammen.</translation>
    </message>
    <message>
        <source>The plan was not closed as usual last time; all edits were put back</source>
        <translation>Der Plan wurde beim letzten Mal nicht wie üblich geschlossen; alle Änderungen wurden nachgetragen</translation>
    </message>
    <message>
        <source>The plan was not closed as usual last time; of the edits since then those up to number {number} were put back and what follows cannot be read; check the last changes in the history</source>
        <translation>Der Plan wurde beim letzten Mal nicht wie üblich geschlossen; von den Änderungen seither wurden die bis Nummer {number} nachgetragen, die folgenden sind nicht lesbar; prüfen Sie die letzten Änderungen im Verlauf</translation>
    </message>
    <message>
        <source>The program made a mistake. Your plan is safe: every edit is already in its file. You can go on working, or copy the report below, which holds nothing of your plan.</source>
        <translation>Das Programm hat einen Fehler gemacht. Ihr Plan ist sicher: Jede Änderung steht schon in seiner Datei. Sie können weiterarbeiten oder den Bericht unten kopieren; er enthält nichts aus Ihrem Plan.</translation>
    </message>
    <message>
        <source>The record.</source>
        <translation>Die Unterlage.</translation>
    </message>
    <message>
        <source>The recovery of the plan with the times of the log put in: what is done counts as logged, what is under way ends when the plan expects it but not before now, and the rest follows in the adopted order with the teams of the plan.</source>
        <translation>Die Wiederherstellung des Plans mit den Zeiten des Protokolls: Erledigtes zählt, wie es protokolliert ist, Laufendes endet, wenn der Plan es erwartet, aber nicht vor jetzt, und der Rest folgt in der angenommenen Reihenfolge mit den Teams des Plans.</translation>
    </message>
    <message>
        <source>The recovery of {loop} can never begin if all are lost: each waits for the next ({path}).</source>
        <translation>Der Wiederanlauf von {loop} kann nie beginnen, wenn alle verloren sind: Jeder wartet auf den nächsten ({path}).</translation>
    </message>
    <message>
        <source>The recovery order as a chart and as a list. Red bars come back later than their recovery time objective (RTO). Drag a row of the list to try an order of your own.</source>
        <translation>Die Wiederanlaufreihenfolge als Diagramm und als Liste. Rote Balken kommen später zurück als ihre Wiederanlaufzeit (RTO). Ziehen Sie eine Zeile der Liste, um eine eigene Reihenfolge zu versuchen.</translation>
    </message>
    <message>
        <source>The recovery order lacks {missing}, which this scenario takes down; add it</source>
        <translation>In der Wiederanlaufreihenfolge fehlt {missing}, das dieses Szenario lahmlegt; fügen Sie es hinzu</translation>
    </message>
    <message>
        <source>The recovery order names {key} twice; keep one of the two</source>
        <translation>Die Wiederanlaufreihenfolge nennt {key} zweimal; behalten Sie eines</translation>
    </message>
    <message>
        <source>The recovery order names {key}, which the plan lacks</source>
        <translation>Die Wiederanlaufreihenfolge nennt {key}, das im Plan fehlt</translation>
    </message>
    <message>
        <source>The recovery order names {key}, which this scenario does not take down; leave it out</source>
        <translation>Die Wiederanlaufreihenfolge nennt {key}, das dieses Szenario nicht lahmlegt; lassen Sie es weg</translation>
    </message>
    <message>
        <source>The response is played in real time, with simulated effects.</source>
        <translation>Die Bewältigung wird in Echtzeit gespielt, mit simulierten Auswirkungen.</translation>
    </message>
    <message>
        <source>The rhythm begins with the declaration.</source>
        <translation>Der Rhythmus beginnt mit der Ausrufung.</translation>
    </message>
    <message>
        <source>The role above it.</source>
        <translation>Die Rolle darüber.</translation>
    </message>
    <message>
        <source>The role or person that does it.</source>
        <translation>Die Rolle oder Person, die es tut.</translation>
    </message>
    <message>
        <source>The role that approves.</source>
        <translation>Die Rolle, die freigibt.</translation>
    </message>
    <message>
        <source>The role that tells them.</source>
        <translation>Die Rolle, die sie informiert.</translation>
    </message>
    <message>
        <source>The same seed draws the same times again.</source>
        <translation>Derselbe Startwert zieht wieder dieselben Zeiten.</translation>
    </message>
    <message>
        <source>The scenario has gone while the exercise was prepared; choose another</source>
        <translation>Das Szenario ist weggefallen, während die Übung vorbereitet wurde; wählen Sie ein anderes</translation>
    </message>
    <message>
        <source>The scenario {title} does not say what fails.</source>
        <translation>Das Szenario {title} sagt nicht, was ausfällt.</translation>
    </message>
    <message>
        <source>The scenario, module by module, with questions: for all participants.</source>
        <translation>Das Szenario, Modul für Modul, mit Fragen: für alle Teilnehmenden.</translation>
    </message>
    <message>
        <source>The selected service</source>
        <translation>Der ausgewählte Service</translation>
    </message>
    <message>
        <source>The service selected first needs the others.</source>
        <translation>Der zuerst ausgewählte Service benötigt die anderen.</translation>
    </message>
    <message>
        <source>The service that needs something.</source>
        <translation>Der Service, der etwas benötigt.</translation>
    </message>
    <message>
        <source>The services that can satisfy it.</source>
        <translation>Die Services, die sie erfüllen können.</translation>
    </message>
    <message>
        <source>The services that fail.</source>
        <translation>Die Services, die ausfallen.</translation>
    </message>
    <message>
        <source>The simulation was stopped; nothing was changed</source>
        <translation>Die Simulation wurde angehalten; nichts wurde geändert</translation>
    </message>
    <message>
        <source>The spares of {len} more requirements are lost together, those of {dependants}.</source>
        <translation>Die Reserven von {len} weiteren Abhängigkeiten gehen gemeinsam verloren, die von {dependants}.</translation>
    </message>
    <message>
        <source>The state of continuity on two pages with charts: targets, gaps, single points of failure, overdue actions, money.</source>
        <translation>Der Stand des BCM auf zwei Seiten mit Diagrammen: Ziele, Lücken, Single Points of Failure, überfällige Maßnahmen, Geld.</translation>
    </message>
    <message>
        <source>The strategy.</source>
        <translation>Die Strategie.</translation>
    </message>
    <message>
        <source>The tasks of its recovery.</source>
        <translation>Die Aufgaben seines Wiederanlaufs.</translation>
    </message>
    <message>
        <source>The team says that {title} is back and asks for the next task.</source>
        <translation>Das Team meldet, dass {title} wieder da ist, und fragt nach der nächsten Aufgabe.</translation>
    </message>
    <message>
        <source>The two files have no edits in common, so they are joined record by record; what both have under one id and name counts as one.</source>
        <translation>Die beiden Dateien haben keine gemeinsamen Änderungen und werden Datensatz für Datensatz zusammengeführt; was beide unter einer ID und einem Namen haben, zählt als eins.</translation>
    </message>
    <message>
        <source>The window is shown in the chosen language when the program is started again. Printed documents, exports and the guide stay English.</source>
        <translation>Das Fenster erscheint in der gewählten Sprache, wenn das Programm wieder gestartet wird. Gedruckte Dokumente, Exporte und das Handbuch bleiben englisch.</translation>
    </message>
    <message>
        <source>The words to send, with gaps to fill in.</source>
        <translation>Der Wortlaut zum Versenden, mit Lücken zum Ausfüllen.</translation>
    </message>
    <message>
        <source>The work on {name} may take {growth} longer; beyond that the RTO of {listed} is missed.</source>
        <translation>Die Arbeit an {name} darf {growth} länger dauern; danach wird die RTO von {listed} verfehlt.</translation>
    </message>
    <message>
        <source>The worst that the scenario does to it.</source>
        <translation>Das Schlimmste, was ihm im Szenario widerfährt.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Then drag from its lower edge to what it needs. Tab adds the next one.</source>
        <translation>Ziehen Sie dann von seiner Unterkante zu dem, was er benötigt. Tab fügt den nächsten hinzu.</translation>
    </message>
    <message>
        <source>Then every</source>
        <translation>Danach alle</translation>
    </message>
    <message>
        <source>There is a version {name} already; choose another name</source>
        <translation>Es gibt bereits eine Version {name}; wählen Sie einen anderen Namen</translation>
    </message>
    <message>
        <source>There is no aim “{aim}”; choose lateness, cost or makespan</source>
        <translation>Es gibt kein Ziel „{aim}“; wählen Sie lateness, cost oder makespan</translation>
    </message>
    <message>
        <source>There is no field “{field}”; type owner, kind, tag, rto or another one of the table&apos;s columns.</source>
        <translation>Es gibt kein Feld „{field}“; tippen Sie owner, kind, tag, rto oder eine andere Spalte der Tabelle.</translation>
    </message>
    <message>
        <source>There is no file {name} there</source>
        <translation>Dort gibt es keine Datei {name}</translation>
    </message>
    <message>
        <source>There is no named version yet. Name one after each exercise or review (History panel); the figures of each are compared here.</source>
        <translation>Es gibt noch keine benannte Version. Benennen Sie nach jeder Übung oder Überprüfung eine (Bereich Verlauf); hier werden ihre Werte verglichen.</translation>
    </message>
    <message>
        <source>There is no recovery order yet to keep.</source>
        <translation>Es gibt noch keine Wiederanlaufreihenfolge zum Behalten.</translation>
    </message>
    <message>
        <source>There is no service called “{name}”; add it first, or correct it.</source>
        <translation>Es gibt keinen Service namens „{name}“; fügen Sie ihn zuerst hinzu oder berichtigen Sie den Namen.</translation>
    </message>
    <message>
        <source>There is no such figure for this service now.</source>
        <translation>Für diesen Service gibt es diesen Wert jetzt nicht.</translation>
    </message>
    <message>
        <source>There is no such figure without a scenario; choose one above.</source>
        <translation>Ohne Szenario gibt es diesen Wert nicht; wählen Sie oben eines.</translation>
    </message>
    <message>
        <source>There is no {name} in {folder}</source>
        <translation>{name} gibt es nicht in {folder}</translation>
    </message>
    <message>
        <source>There is nothing left to add; first add {target}.</source>
        <translation>Es gibt nichts mehr hinzuzufügen; ergänzen Sie zuerst: {target}.</translation>
    </message>
    <message>
        <source>There is nothing to encrypt yet; add a service first.</source>
        <translation>Es gibt noch nichts zu verschlüsseln; fügen Sie zuerst einen Service hinzu.</translation>
    </message>
    <message>
        <source>There is nothing to merge with yet; open a plan first.</source>
        <translation>Es gibt noch nichts, womit zusammengeführt werden kann; öffnen Sie zuerst einen Plan.</translation>
    </message>
    <message>
        <source>These choices contradict each other: {why}.</source>
        <translation>Diese Wahl widerspricht sich: {why}.</translation>
    </message>
    <message>
        <source>These differ between the selected services.</source>
        <translation>Diese unterscheiden sich zwischen den ausgewählten Services.</translation>
    </message>
    <message>
        <source>These differ between what is selected.</source>
        <translation>Diese unterscheiden sich innerhalb der Auswahl.</translation>
    </message>
    <message>
        <source>This event has measured no working times.</source>
        <translation>Dieses Ereignis hat keine Arbeitszeiten gemessen.</translation>
    </message>
    <message>
        <source>This is how it would look · Enter or click: keep · Esc: put everything back</source>
        <translation>So sähe es aus · Eingabe oder Klick: behalten · Esc: alles zurücksetzen</translation>
    </message>
    <message>
        <source>This is {formula}.</source>
        <translation>Das ist {formula}.</translation>
    </message>
    <message>
        <source>This plan</source>
        <translation>Dieser Plan</translation>
    </message>
    <message>
        <source>This version is kept as “{name}”.</source>
        <translation>Diese Version ist als „{name}“ aufbewahrt.</translation>
    </message>
    <message>
        <source>Threatens</source>
        <translation>Bedroht</translation>
    </message>
    <message>
        <source>Thresholds at which the plan is activated.</source>
        <translation>Schwellen, bei denen der Plan aktiviert wird.</translation>
    </message>
    <message>
        <source>Tidy layout</source>
        <translation>Anordnung aufräumen</translation>
    </message>
    <message>
        <source>Tidy layout: look, then keep it or not</source>
        <translation>Anordnung aufräumen: ansehen, dann behalten oder nicht</translation>
    </message>
    <message>
        <source>Tidy selection</source>
        <translation>Auswahl aufräumen</translation>
    </message>
    <message>
        <source>Tidy with sites as lanes</source>
        <translation>Aufräumen mit Standorten als Spalten</translation>
    </message>
    <message>
        <source>Tidy with tiers as rows</source>
        <translation>Aufräumen mit Stufen als Zeilen</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Tier 1 stands on top.</source>
        <translation>Stufe 1 steht oben.</translation>
    </message>
    <message>
        <source>Tier {tier}</source>
        <translation>Stufe {tier}</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Time after the disruption</source>
        <translation>Zeit nach der Störung</translation>
    </message>
    <message>
        <source>Time after the disruption.</source>
        <translation>Zeit nach der Störung.</translation>
    </message>
    <message>
        <source>Time after the loss.</source>
        <translation>Zeit nach dem Verlust.</translation>
    </message>
    <message>
        <source>Time from the start of play; empty: as T+.</source>
        <translation>Zeit seit Spielbeginn; leer: wie T+.</translation>
    </message>
    <message>
        <source>Time of play on the wall clock.</source>
        <translation>Spielzeit nach der Uhr.</translation>
    </message>
    <message>
        <source>Time since it began</source>
        <translation>Zeit seit Beginn</translation>
    </message>
    <message>
        <source>Time since it began, e.g. 30 min (may be empty)</source>
        <translation>Zeit seit Beginn, z. B. 30 Min. (darf leer sein)</translation>
    </message>
    <message>
        <source>Time to start</source>
        <translation>Anlaufzeit</translation>
    </message>
    <message>
        <source>Timelines (*.csv *.xlsx *.ods *.txt *.md *.log)</source>
        <translation>Zeitverläufe (*.csv *.xlsx *.ods *.txt *.md *.log)</translation>
    </message>
    <message>
        <source>Times to detect and to declare are measured, and get shorter.</source>
        <translation>Die Zeiten bis zum Erkennen und Ausrufen werden gemessen und werden kürzer.</translation>
    </message>
    <message>
        <source>Timing, injects, expected answers and plan references: not for players.</source>
        <translation>Zeiten, Einlagen, erwartete Antworten und Planstellen: nicht für Übende.</translation>
    </message>
    <message>
        <source>Title of the plan.</source>
        <translation>Titel des Plans.</translation>
    </message>
    <message>
        <source>Title of the role.</source>
        <translation>Bezeichnung der Rolle.</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>To ask the participants.</source>
        <translation>An die Teilnehmenden.</translation>
    </message>
    <message>
        <source>To be told now: {names}</source>
        <translation>Jetzt zu informieren: {names}</translation>
    </message>
    <message>
        <source>To improve</source>
        <translation>Zu verbessern</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>Toleranz</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Top management</source>
        <translation>Oberste Leitung</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Schulung</translation>
    </message>
    <message>
        <source>Training follows the gaps that exercises show.</source>
        <translation>Schulungen folgen den Lücken, die Übungen zeigen.</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>Auslöser</translation>
    </message>
    <message>
        <source>Two things have this id; both stay, the other copy’s gets a new id</source>
        <translation>Zwei Dinge haben diese ID; beide bleiben, das der anderen Kopie erhält eine neue ID</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Type a command or a service</source>
        <translation>Befehl oder Service eingeben</translation>
    </message>
    <message>
        <source>Type a few letters of a command or a service.</source>
        <translation>Tippen Sie einige Buchstaben eines Befehls oder eines Service.</translation>
    </message>
    <message>
        <source>Type any word, or a field and a value, to show only some services. “Conditions…” does the same without typing. The outline and the table follow.</source>
        <translation>Tippen Sie ein Wort oder ein Feld mit Wert, um nur einige Services zu zeigen. „Bedingungen …“ tut dasselbe ohne Tippen. Gliederung und Tabelle folgen.</translation>
    </message>
    <message>
        <source>Type one duration, or three with slashes: 1 h / 2 h / 5 h.</source>
        <translation>Geben Sie eine Dauer ein oder drei mit Schrägstrichen: 1 Std. / 2 Std. / 5 Std.</translation>
    </message>
    <message>
        <source>Type the likely time as well.</source>
        <translation>Geben Sie auch die wahrscheinliche Zeit ein.</translation>
    </message>
    <message>
        <source>Type the passphrase this plan was encrypted with.</source>
        <translation>Geben Sie die Passphrase ein, mit der dieser Plan verschlüsselt wurde.</translation>
    </message>
    <message>
        <source>Type what happened, or choose what it is about.</source>
        <translation>Tippen Sie, was geschah, oder wählen Sie, worum es geht.</translation>
    </message>
    <message>
        <source>Type yes or no.</source>
        <translation>Geben Sie ja oder nein ein.</translation>
    </message>
    <message>
        <source>U</source>
        <translation>U</translation>
    </message>
    <message>
        <source>U, J (Shift: all the way)</source>
        <translation>U, J (Umschalt: bis zum Ende)</translation>
    </message>
    <message>
        <source>Undeclared</source>
        <translation>Nicht ausgerufen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo the last edit, or open an earlier version of the plan.</source>
        <translation>Nehmen Sie die letzte Änderung zurück oder öffnen Sie eine frühere Version des Plans.</translation>
    </message>
    <message>
        <source>Undo {undo_label}</source>
        <translation>Rückgängig: {undo_label}</translation>
    </message>
    <message>
        <source>Undo: </source>
        <translation>Rückgängig: </translation>
    </message>
    <message>
        <source>Unexplained</source>
        <translation>Unerklärt</translation>
    </message>
    <message>
        <source>Ungroup</source>
        <translation>Gruppierung aufheben</translation>
    </message>
    <message>
        <source>Ungroup {chosen}</source>
        <translation>Gruppierung aufheben: {chosen}</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>Unit of the organisation it belongs to.</source>
        <translation>Einheit der Organisation, zu der er gehört.</translation>
    </message>
    <message>
        <source>Unpin {title}</source>
        <translation>{title} lösen</translation>
    </message>
    <message>
        <source>Until it carries the load.</source>
        <translation>Bis sie die Last trägt.</translation>
    </message>
    <message>
        <source>Untitled plan</source>
        <translation>Unbenannter Plan</translation>
    </message>
    <message>
        <source>Untitled {stamp}{suffix}</source>
        <translation>Unbenannt {stamp}{suffix}</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>In Betrieb</translation>
    </message>
    <message>
        <source>Use as MTPD</source>
        <translation>Als MTPD nehmen</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>Benutzerhandbuch</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Utilities</source>
        <translation>Versorgung</translation>
    </message>
    <message>
        <source>Validate before users are let in. The owner accepts; log the time; tell those who wait for it.</source>
        <translation>Prüfen, bevor Nutzer zugelassen werden. Die verantwortliche Person nimmt ab; die Zeit protokollieren; denen Bescheid geben, die darauf warten.</translation>
    </message>
    <message>
        <source>Validate before users are let in: {check}. The owner accepts; log the time; tell those who wait for it.</source>
        <translation>Prüfen, bevor Nutzer zugelassen werden: {check}. Die verantwortliche Person nimmt ab; die Zeit protokollieren; denen Bescheid geben, die darauf warten.</translation>
    </message>
    <message>
        <source>Validated up to</source>
        <translation>Geprüft bis</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Nachgewiesen</translation>
    </message>
    <message>
        <source>Verified by</source>
        <translation>Geprüft von</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Version of the plan.</source>
        <translation>Version des Plans.</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>Version “{name}”</source>
        <translation>Version „{name}“</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Vital records</source>
        <translation>Wichtige Unterlagen</translation>
    </message>
    <message>
        <source>W&amp;hat if this first?</source>
        <translation>&amp;Was wäre, wenn zuerst dies?</translation>
    </message>
    <message>
        <source>WRT</source>
        <translation>WRT</translation>
    </message>
    <message>
        <source>Walk along the requirements</source>
        <translation>Den Abhängigkeiten folgen</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>Wall clock, ISO 8601 with offset.</source>
        <translation>Uhrzeit, ISO 8601 mit Zeitzone.</translation>
    </message>
    <message>
        <source>Wallet cards</source>
        <translation>Notfallkarten</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Wave</source>
        <translation>Welle</translation>
    </message>
    <message>
        <source>Wave {number} · {working}</source>
        <translation>Welle {number} · {working}</translation>
    </message>
    <message>
        <source>Way to this view</source>
        <translation>Weg zu dieser Ansicht</translation>
    </message>
    <message>
        <source>Ways to carry on</source>
        <translation>Wege weiterzuarbeiten</translation>
    </message>
    <message>
        <source>Weak points</source>
        <translation>Schwachstellen</translation>
    </message>
    <message>
        <source>Web page that works without a network</source>
        <translation>Webseite, die ohne Netz funktioniert</translation>
    </message>
    <message>
        <source>Weighted by tier, targets are missed by {lateness} in all.</source>
        <translation>Nach Stufe gewichtet, werden Ziele insgesamt um {lateness} verfehlt.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What a resilience experiment expects.</source>
        <translation>Was ein Resilienzexperiment erwartet.</translation>
    </message>
    <message>
        <source>What changed from version to version. Add the first one.</source>
        <translation>Was sich von Version zu Version geändert hat. Fügen Sie den ersten Eintrag hinzu.</translation>
    </message>
    <message>
        <source>What contributed to it.</source>
        <translation>Was dazu beitrug.</translation>
    </message>
    <message>
        <source>What could be read is in a new plan, “{name}”, without its history; the damaged file is unchanged. Compare it with a backup before you go on with it.</source>
        <translation>Was lesbar war, steht in einem neuen Plan, „{name}“, ohne den Verlauf; die beschädigte Datei ist unverändert. Vergleichen Sie ihn mit einer Sicherung, bevor Sie damit weiterarbeiten.</translation>
    </message>
    <message>
        <source>What depends on what, on one large sheet (A3 to A0), or on office paper as tiles with marks to lay side by side.</source>
        <translation>Was wovon abhängt, auf einem großen Blatt (A3 bis A0) oder auf Büropapier als Kacheln mit Marken zum Zusammenlegen.</translation>
    </message>
    <message>
        <source>What depends on what, what goes down with it, and in which order it comes back.</source>
        <translation>Was wovon abhängt, was mit ausfällt und in welcher Reihenfolge es zurückkommt.</translation>
    </message>
    <message>
        <source>What did not.</source>
        <translation>Was nicht gelang.</translation>
    </message>
    <message>
        <source>What do you do about it on the day?</source>
        <translation>Was tun Sie an dem Tag dagegen?</translation>
    </message>
    <message>
        <source>What does not fit this scenario, and what to do then.</source>
        <translation>Was nicht zu diesem Szenario passt und was dann zu tun ist.</translation>
    </message>
    <message>
        <source>What does not hold yet</source>
        <translation>Was noch nicht hält</translation>
    </message>
    <message>
        <source>What does your organisation depend on?</source>
        <translation>Wovon hängt Ihre Organisation ab?</translation>
    </message>
    <message>
        <source>What evaluators look for.</source>
        <translation>Worauf Beobachter achten.</translation>
    </message>
    <message>
        <source>What everything that depends on it needs it to achieve.</source>
        <translation>Was alles, was davon abhängt, als RTO fordert.</translation>
    </message>
    <message>
        <source>What exercises and incidents taught. Add the first one.</source>
        <translation>Was Übungen und Vorfälle gelehrt haben. Fügen Sie die erste Erkenntnis hinzu.</translation>
    </message>
    <message>
        <source>What fails.</source>
        <translation>Was ausfällt.</translation>
    </message>
    <message>
        <source>What gets better or worse with it</source>
        <translation>Was damit besser oder schlechter wird</translation>
    </message>
    <message>
        <source>What goes down, when and why</source>
        <translation>Was ausfällt, wann und warum</translation>
    </message>
    <message>
        <source>What happened, what was decided, who was told</source>
        <translation>Was geschah, was entschieden wurde, wer informiert wurde</translation>
    </message>
    <message>
        <source>What happened.</source>
        <translation>Was geschah.</translation>
    </message>
    <message>
        <source>What has &amp;changed?</source>
        <translation>Was hat sich &amp;geändert?</translation>
    </message>
    <message>
        <source>What has been lost.</source>
        <translation>Was verloren ist.</translation>
    </message>
    <message>
        <source>What has to change.</source>
        <translation>Was sich ändern muss.</translation>
    </message>
    <message>
        <source>What helped</source>
        <translation>Was half</translation>
    </message>
    <message>
        <source>What hindered</source>
        <translation>Was behinderte</translation>
    </message>
    <message>
        <source>What hurts when, which objectives follow, and where they cannot be met: heat map, gaps, single points of failure, cost.</source>
        <translation>Was wann schmerzt, welche Zielzeiten folgen und wo sie nicht einzuhalten sind: Heatmap, Lücken, Single Points of Failure, Kosten.</translation>
    </message>
    <message>
        <source>What if it fails?</source>
        <translation>Was wäre, wenn etwas ausfällt?</translation>
    </message>
    <message>
        <source>What if the selection fails</source>
        <translation>Was wäre, wenn die Auswahl ausfällt</translation>
    </message>
    <message>
        <source>What if {names}{more} fails</source>
        <translation>Was wäre, wenn {names}{more} ausfällt</translation>
    </message>
    <message>
        <source>What if {name} came first?</source>
        <translation>Was wäre, wenn {name} zuerst käme?</translation>
    </message>
    <message>
        <source>What is &amp;lost</source>
        <translation>Was ist &amp;verloren</translation>
    </message>
    <message>
        <source>What is assessed.</source>
        <translation>Was bewertet wird.</translation>
    </message>
    <message>
        <source>What is changed</source>
        <translation>Was geändert wird</translation>
    </message>
    <message>
        <source>What is in and what is out.</source>
        <translation>Was dazugehört und was nicht.</translation>
    </message>
    <message>
        <source>What is inside moves along; Alt: the frame alone · Esc: put back</source>
        <translation>Der Inhalt bewegt sich mit; Alt: nur der Rahmen · Esc: zurücksetzen</translation>
    </message>
    <message>
        <source>What is lost.</source>
        <translation>Was verloren ist.</translation>
    </message>
    <message>
        <source>What is needed.</source>
        <translation>Was benötigt wird.</translation>
    </message>
    <message>
        <source>What is right? The entry itself stays. “Void” and why: it does not count.</source>
        <translation>Was ist richtig? Der Eintrag selbst bleibt. „Void“ und warum: Er zählt nicht.</translation>
    </message>
    <message>
        <source>What is seen</source>
        <translation>Was gesehen wird</translation>
    </message>
    <message>
        <source>What is to be done.</source>
        <translation>Was zu tun ist.</translation>
    </message>
    <message>
        <source>What is to be improved, by whom and when. Add the first one.</source>
        <translation>Was von wem bis wann zu verbessern ist. Fügen Sie die erste Maßnahme hinzu.</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>Worum es geht</translation>
    </message>
    <message>
        <source>What it is about.</source>
        <translation>Worum es geht.</translation>
    </message>
    <message>
        <source>What it is for, in a sentence.</source>
        <translation>Wofür sie da ist, in einem Satz.</translation>
    </message>
    <message>
        <source>What it is to show.</source>
        <translation>Was sie zeigen soll.</translation>
    </message>
    <message>
        <source>What it is.</source>
        <translation>Was es ist.</translation>
    </message>
    <message>
        <source>What it keeps going.</source>
        <translation>Was sie am Laufen hält.</translation>
    </message>
    <message>
        <source>What it may decide and spend, and its limits.</source>
        <translation>Was sie entscheiden und ausgeben darf und wo die Grenzen liegen.</translation>
    </message>
    <message>
        <source>What it records.</source>
        <translation>Was er festhält.</translation>
    </message>
    <message>
        <source>What it rests on</source>
        <translation>Worauf es beruht</translation>
    </message>
    <message>
        <source>What it tests.</source>
        <translation>Was es prüft.</translation>
    </message>
    <message>
        <source>What kind of remedy.</source>
        <translation>Welche Art von Abhilfe.</translation>
    </message>
    <message>
        <source>What may fail</source>
        <translation>Was ausfallen kann</translation>
    </message>
    <message>
        <source>What moves it</source>
        <translation>Was es bewegt</translation>
    </message>
    <message>
        <source>What must be in place for it.</source>
        <translation>Was dafür vorhanden sein muss.</translation>
    </message>
    <message>
        <source>What must be there before its recovery starts: access, tools, media, licences.</source>
        <translation>Was vor Beginn seines Wiederanlaufs da sein muss: Zugang, Werkzeuge, Datenträger, Lizenzen.</translation>
    </message>
    <message>
        <source>What needed it needs what it needed.</source>
        <translation>Was ihn brauchte, braucht dann, was er brauchte.</translation>
    </message>
    <message>
        <source>What needs it.</source>
        <translation>Was sie benötigt.</translation>
    </message>
    <message>
        <source>What pasting changes</source>
        <translation>Was das Einfügen ändert</translation>
    </message>
    <message>
        <source>What people call it.</source>
        <translation>Wie man es nennt.</translation>
    </message>
    <message>
        <source>What people see, hear or measure when this has happened.</source>
        <translation>Was man sieht, hört oder misst, wenn dies geschehen ist.</translation>
    </message>
    <message>
        <source>What set it off, apart from what made it possible.</source>
        <translation>Was es auslöste, abgesehen von dem, was es ermöglichte.</translation>
    </message>
    <message>
        <source>What the audience must learn.</source>
        <translation>Was die Empfänger erfahren müssen.</translation>
    </message>
    <message>
        <source>What the names without a row become</source>
        <translation>Was aus den Namen ohne Zeile wird</translation>
    </message>
    <message>
        <source>What the note says, or the frame&apos;s title.</source>
        <translation>Was die Notiz sagt oder der Titel des Rahmens.</translation>
    </message>
    <message>
        <source>What the organisation calls the outage beyond which the harm is unacceptable, on screen and on paper.</source>
        <translation>Wie die Organisation den Ausfall nennt, ab dem der Schaden nicht mehr tragbar ist, am Bildschirm und auf Papier.</translation>
    </message>
    <message>
        <source>What the participants&apos; forms say.</source>
        <translation>Was die Bögen der Teilnehmenden sagen.</translation>
    </message>
    <message>
        <source>What the plan does not cover.</source>
        <translation>Was der Plan nicht abdeckt.</translation>
    </message>
    <message>
        <source>What the plan is to achieve.</source>
        <translation>Was der Plan erreichen soll.</translation>
    </message>
    <message>
        <source>What the plan of today says otherwise</source>
        <translation>Was der heutige Plan anders sagt</translation>
    </message>
    <message>
        <source>What the plan takes for granted.</source>
        <translation>Was der Plan voraussetzt.</translation>
    </message>
    <message>
        <source>What the players are told.</source>
        <translation>Was den Übenden gesagt wird.</translation>
    </message>
    <message>
        <source>What the players should do.</source>
        <translation>Was die Übenden tun sollten.</translation>
    </message>
    <message>
        <source>What the words of the files become</source>
        <translation>Was aus den Wörtern der Dateien wird</translation>
    </message>
    <message>
        <source>What the work needs as time goes by. Add the first one.</source>
        <translation>Was die Arbeit im Lauf der Zeit benötigt. Fügen Sie die erste Ressource hinzu.</translation>
    </message>
    <message>
        <source>What they need</source>
        <translation>Was sie brauchen</translation>
    </message>
    <message>
        <source>What to do, or whom to call, if it fails.</source>
        <translation>Was zu tun oder wer anzurufen ist, wenn es misslingt.</translation>
    </message>
    <message>
        <source>What to do, verb first, in one line.</source>
        <translation>Was zu tun ist, Verb zuerst, in einer Zeile.</translation>
    </message>
    <message>
        <source>What to hand over to the next person.</source>
        <translation>Was der nächsten Person zu übergeben ist.</translation>
    </message>
    <message>
        <source>What to leave alone.</source>
        <translation>Was zu unterlassen ist.</translation>
    </message>
    <message>
        <source>What was changed.</source>
        <translation>Was geändert wurde.</translation>
    </message>
    <message>
        <source>What was kept belongs to another scenario. Keep an order of this scenario first.</source>
        <translation>Das Behaltene gehört zu einem anderen Szenario. Behalten Sie zuerst eine Reihenfolge dieses Szenarios.</translation>
    </message>
    <message>
        <source>What was learnt.</source>
        <translation>Was gelernt wurde.</translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation>Was gesehen wurde</translation>
    </message>
    <message>
        <source>What went into it</source>
        <translation>Was eingeflossen ist</translation>
    </message>
    <message>
        <source>What worked.</source>
        <translation>Was gelang.</translation>
    </message>
    <message>
        <source>What {word} becomes</source>
        <translation>Was aus {word} wird</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>When (empty: now)</source>
        <translation>Wann (leer: jetzt)</translation>
    </message>
    <message>
        <source>When it can be reached, such as 24 hours.</source>
        <translation>Wann er erreichbar ist, etwa rund um die Uhr.</translation>
    </message>
    <message>
        <source>When it goes down in the scenario, without any recovery.</source>
        <translation>Wann er im Szenario ausfällt, ohne jeden Wiederanlauf.</translation>
    </message>
    <message>
        <source>When it is done.</source>
        <translation>Wann es getan wird.</translation>
    </message>
    <message>
        <source>When it is used.</source>
        <translation>Wann sie angewandt wird.</translation>
    </message>
    <message>
        <source>When it must be back for the dependant&apos;s own recovery: before its work can start, before it can finish, or not at all.</source>
        <translation>Wann sie für den Wiederanlauf des Abhängigen zurück sein muss: vor Beginn seiner Arbeit, vor deren Ende oder gar nicht.</translation>
    </message>
    <message>
        <source>When it was; empty for now</source>
        <translation>Wann es war; leer für jetzt</translation>
    </message>
    <message>
        <source>When its loss hurts most.</source>
        <translation>Wann sein Verlust am meisten schmerzt.</translation>
    </message>
    <message>
        <source>When its work must end so that no target that is met now is missed.</source>
        <translation>Wann seine Arbeit enden muss, damit kein jetzt eingehaltenes Ziel verfehlt wird.</translation>
    </message>
    <message>
        <source>When the experiment is stopped.</source>
        <translation>Wann das Experiment abgebrochen wird.</translation>
    </message>
    <message>
        <source>When to use it; what is assumed.</source>
        <translation>Wann es anzuwenden ist; was angenommen wird.</translation>
    </message>
    <message>
        <source>When {failed} is taken away, no service outside the limit goes down{within}.</source>
        <translation>Wenn {failed} wegfällt, fällt kein Service außerhalb der Grenze aus{within}.</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Where it comes from.</source>
        <translation>Woher es kommt.</translation>
    </message>
    <message>
        <source>Where it is held.</source>
        <translation>Wo sie stattfindet.</translation>
    </message>
    <message>
        <source>Where it is kept.</source>
        <translation>Wo es aufbewahrt wird.</translation>
    </message>
    <message>
        <source>Where it is known from.</source>
        <translation>Woher es bekannt ist.</translation>
    </message>
    <message>
        <source>Where it is.</source>
        <translation>Wo sie ist.</translation>
    </message>
    <message>
        <source>Where it sits if that place is lost.</source>
        <translation>Wo er sitzt, wenn dieser Ort verloren ist.</translation>
    </message>
    <message>
        <source>Where it stands.</source>
        <translation>Wie weit er ist.</translation>
    </message>
    <message>
        <source>Where it was learnt.</source>
        <translation>Wo es gelernt wurde.</translation>
    </message>
    <message>
        <source>Where it was measured.</source>
        <translation>Wo es gemessen wurde.</translation>
    </message>
    <message>
        <source>Where its copy is.</source>
        <translation>Wo ihre Kopie ist.</translation>
    </message>
    <message>
        <source>Where the emergency credentials are kept; never the credentials themselves.</source>
        <translation>Wo die Notfallzugangsdaten verwahrt sind; nie die Zugangsdaten selbst.</translation>
    </message>
    <message>
        <source>Where the incident team sits.</source>
        <translation>Wo der Krisenstab sitzt.</translation>
    </message>
    <message>
        <source>Where the plan says so.</source>
        <translation>Wo der Plan es sagt.</translation>
    </message>
    <message>
        <source>Where we got lucky</source>
        <translation>Wo wir Glück hatten</translation>
    </message>
    <message>
        <source>Where, or from whom.</source>
        <translation>Wo oder von wem.</translation>
    </message>
    <message>
        <source>Where, or on which bridge, it meets.</source>
        <translation>Wo oder über welche Konferenz es sich trifft.</translation>
    </message>
    <message>
        <source>Whether the hypothesis held, and how it is known.</source>
        <translation>Ob die Hypothese hielt und woher man es weiß.</translation>
    </message>
    <message>
        <source>Whether the recovery order keeps its objectives.</source>
        <translation>Ob die Wiederanlaufreihenfolge seine Zielzeiten einhält.</translation>
    </message>
    <message>
        <source>Which &amp;scenario fits</source>
        <translation>Welches &amp;Szenario passt</translation>
    </message>
    <message>
        <source>Which change of the plan it stands for</source>
        <translation>Für welche Änderung des Plans sie steht</translation>
    </message>
    <message>
        <source>Which estimate moves the result most</source>
        <translation>Welche Schätzung das Ergebnis am stärksten bewegt</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Who answers for it.</source>
        <translation>Wer dafür verantwortlich ist.</translation>
    </message>
    <message>
        <source>Who answers questions.</source>
        <translation>Wer Fragen beantwortet.</translation>
    </message>
    <message>
        <source>Who approved it.</source>
        <translation>Wer es freigegeben hat.</translation>
    </message>
    <message>
        <source>Who brings back what, when</source>
        <translation>Wer bringt was wann zurück</translation>
    </message>
    <message>
        <source>Who brings back what, when.</source>
        <translation>Wer bringt was wann zurück.</translation>
    </message>
    <message>
        <source>Who calls it in the call tree.</source>
        <translation>Wer ihn in der Alarmierungskette anruft.</translation>
    </message>
    <message>
        <source>Who calls whom, every contact by group with the day it was last verified, and a record of call tests.</source>
        <translation>Wer wen anruft, jeder Kontakt nach Gruppen mit dem Tag der letzten Prüfung und ein Nachweis der Anruftests.</translation>
    </message>
    <message>
        <source>Who changed it.</source>
        <translation>Wer es geändert hat.</translation>
    </message>
    <message>
        <source>Who decides and who leads when it happens. Add the first one.</source>
        <translation>Wer im Ernstfall entscheidet und wer führt. Fügen Sie die erste Rolle hinzu.</translation>
    </message>
    <message>
        <source>Who decides that this is declared, by when, and who if that person is away?</source>
        <translation>Wer entscheidet, dass dies ausgerufen wird, bis wann, und wer, wenn diese Person fehlt?</translation>
    </message>
    <message>
        <source>Who delivers it.</source>
        <translation>Wer es einspielt.</translation>
    </message>
    <message>
        <source>Who does it.</source>
        <translation>Wer es tut.</translation>
    </message>
    <message>
        <source>Who gets it.</source>
        <translation>Wer es erhält.</translation>
    </message>
    <message>
        <source>Who has it.</source>
        <translation>Wer sie innehat.</translation>
    </message>
    <message>
        <source>Who holds a copy of the plan. Add the first one.</source>
        <translation>Wer ein Exemplar des Plans besitzt. Fügen Sie das erste hinzu.</translation>
    </message>
    <message>
        <source>Who is told what, by whom and how. Add the first one.</source>
        <translation>Wem was von wem und wie mitgeteilt wird. Fügen Sie die erste Mitteilung hinzu.</translation>
    </message>
    <message>
        <source>Who is told.</source>
        <translation>Wer informiert wird.</translation>
    </message>
    <message>
        <source>Who it seems to come from.</source>
        <translation>Von wem es zu kommen scheint.</translation>
    </message>
    <message>
        <source>Who keeps it.</source>
        <translation>Wer sie aufbewahrt.</translation>
    </message>
    <message>
        <source>Who keeps the plan.</source>
        <translation>Wer den Plan pflegt.</translation>
    </message>
    <message>
        <source>Who leads it.</source>
        <translation>Wer es leitet.</translation>
    </message>
    <message>
        <source>Who may open it, and where the key is kept.</source>
        <translation>Wer sie öffnen darf und wo der Schlüssel liegt.</translation>
    </message>
    <message>
        <source>Who saw it work.</source>
        <translation>Wer es funktionieren sah.</translation>
    </message>
    <message>
        <source>Who sees to it.</source>
        <translation>Wer sich darum kümmert.</translation>
    </message>
    <message>
        <source>Who stands in.</source>
        <translation>Wer einspringt.</translation>
    </message>
    <message>
        <source>Who takes it?</source>
        <translation>Wer übernimmt?</translation>
    </message>
    <message>
        <source>Who takes over, in this order.</source>
        <translation>Wer übernimmt, in dieser Reihenfolge.</translation>
    </message>
    <message>
        <source>Who takes part</source>
        <translation>Wer teilnimmt</translation>
    </message>
    <message>
        <source>Who takes part.</source>
        <translation>Wer teilnimmt.</translation>
    </message>
    <message>
        <source>Who took part.</source>
        <translation>Wer teilnahm.</translation>
    </message>
    <message>
        <source>Who tried the number.</source>
        <translation>Wer die Nummer versucht hat.</translation>
    </message>
    <message>
        <source>Who wants it and receives it.</source>
        <translation>Wer sie will und das Ergebnis erhält.</translation>
    </message>
    <message>
        <source>Who.</source>
        <translation>Wer.</translation>
    </message>
    <message>
        <source>Whoever has the passphrase can read the plan, here or with any program for age files. Five or six random words are hard to guess. A forgotten passphrase cannot be found again by anybody.</source>
        <translation>Wer die Passphrase hat, kann den Plan lesen, hier oder mit jedem Programm für age-Dateien. Fünf oder sechs zufällige Wörter sind schwer zu erraten. Eine vergessene Passphrase kann niemand wiederfinden.</translation>
    </message>
    <message>
        <source>Whom to call about it.</source>
        <translation>Wen man dazu anruft.</translation>
    </message>
    <message>
        <source>Whom to call if unreachable.</source>
        <translation>Wen man anruft, wenn niemand erreichbar ist.</translation>
    </message>
    <message>
        <source>Whose log.</source>
        <translation>Wessen Protokoll.</translation>
    </message>
    <message>
        <source>Whose plan it is.</source>
        <translation>Wessen Plan es ist.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Why it was decided so.</source>
        <translation>Warum so entschieden wurde.</translation>
    </message>
    <message>
        <source>Why it went so: the gap in the system.</source>
        <translation>Warum es so lief: die Lücke im System.</translation>
    </message>
    <message>
        <source>Why this figure has its value</source>
        <translation>Warum dieser Wert so ist</translation>
    </message>
    <message>
        <source>Why this figure?</source>
        <translation>Warum dieser Wert?</translation>
    </message>
    <message>
        <source>Why this order is decided on</source>
        <translation>Warum für diese Reihenfolge entschieden wird</translation>
    </message>
    <message>
        <source>Why, and why that.</source>
        <translation>Warum, und warum das.</translation>
    </message>
    <message>
        <source>Why, evidence, the workaround used meanwhile.</source>
        <translation>Warum, Belege, der Notbehelf in der Zwischenzeit.</translation>
    </message>
    <message>
        <source>Why, who, when and how safe: for those who prepare and run an exercise.</source>
        <translation>Warum, wer, wann und wie sicher: für alle, die eine Übung vorbereiten und durchführen.</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Will follow</source>
        <translation>Wird folgen</translation>
    </message>
    <message>
        <source>With it</source>
        <translation>Mit ihr</translation>
    </message>
    <message>
        <source>With private phone numbers</source>
        <translation>Mit privaten Telefonnummern</translation>
    </message>
    <message>
        <source>With the order for “{aim}” everything is back sooner in {share_words} of the same trials, later in {share_words2}</source>
        <translation>Mit der Reihenfolge für „{aim}“ ist alles in {share_words} derselben Durchläufe früher wieder da, später in {share_words2}</translation>
    </message>
    <message>
        <source>With what was kept everything is back sooner in {share_words} of the same trials, later in {share_words2}</source>
        <translation>Mit dem Behaltenen ist alles in {share_words} derselben Durchläufe früher wieder da, später in {share_words2}</translation>
    </message>
    <message>
        <source>With {name} go down: {names}.</source>
        <translation>Mit {name} fallen aus: {names}.</translation>
    </message>
    <message>
        <source>Withdraws</source>
        <translation>Zieht zurück</translation>
    </message>
    <message>
        <source>Without conflict</source>
        <translation>Ohne Konflikt</translation>
    </message>
    <message>
        <source>Without conflict ({count:,})</source>
        <translation>Ohne Konflikt ({count:,})</translation>
    </message>
    <message>
        <source>Without its passphrase everybody who gets the file can read the plan. Backups made so far stay encrypted with it.</source>
        <translation>Ohne Passphrase kann jeder, der die Datei erhält, den Plan lesen. Bisherige Sicherungen bleiben damit verschlüsselt.</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Word</translation>
    </message>
    <message>
        <source>Words to group and filter by.</source>
        <translation>Wörter zum Gruppieren und Filtern.</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Arbeit</translation>
    </message>
    <message>
        <source>Work from {start}</source>
        <translation>Arbeit ab {start}</translation>
    </message>
    <message>
        <source>Work is moved to the standby and back.</source>
        <translation>Die Arbeit wird auf die Reserve verlagert und zurück.</translation>
    </message>
    <message>
        <source>Work on {title} ends at {finish}.</source>
        <translation>Die Arbeit an {title} endet bei {finish}.</translation>
    </message>
    <message>
        <source>Work on {title} must end by {latest_finish} so that no target that is met now is missed, its own or that of a service waiting for it.</source>
        <translation>Die Arbeit an {title} muss bis {latest_finish} enden, damit kein jetzt eingehaltenes Ziel verfehlt wird, weder das eigene noch das eines wartenden Service.</translation>
    </message>
    <message>
        <source>Work on {title} starts</source>
        <translation>Die Arbeit an {title} beginnt</translation>
    </message>
    <message>
        <source>Work on {title} starts at {begins}, {why}.</source>
        <translation>Die Arbeit an {title} beginnt bei {begins}, {why}.</translation>
    </message>
    <message>
        <source>Work on {title} starts at {begins}.</source>
        <translation>Die Arbeit an {title} beginnt bei {begins}.</translation>
    </message>
    <message>
        <source>Work recovery time: catching up after the service is back, before business is normal.</source>
        <translation>Nacharbeitszeit (WRT): Aufholen, nachdem der Service zurück ist, bis der Normalbetrieb erreicht ist.</translation>
    </message>
    <message>
        <source>Workaround</source>
        <translation>Notbehelf</translation>
    </message>
    <message>
        <source>Workbook to fill in</source>
        <translation>Arbeitsmappe zum Ausfüllen</translation>
    </message>
    <message>
        <source>Workbook to fill in (*template.xlsx)</source>
        <translation>Arbeitsmappe zum Ausfüllen (*template.xlsx)</translation>
    </message>
    <message>
        <source>Workbook to fill in…</source>
        <translation>Arbeitsmappe zum Ausfüllen…</translation>
    </message>
    <message>
        <source>Working out the scenario</source>
        <translation>Szenario wird berechnet</translation>
    </message>
    <message>
        <source>Working out the scenario…</source>
        <translation>Szenario wird berechnet …</translation>
    </message>
    <message>
        <source>Working time</source>
        <translation>Arbeitszeit</translation>
    </message>
    <message>
        <source>Working time of this step.</source>
        <translation>Arbeitszeit dieses Schritts.</translation>
    </message>
    <message>
        <source>Working time to bring it back after it failed itself: one duration, or optimistic, likely and pessimistic.</source>
        <translation>Arbeitszeit, um ihn nach eigenem Ausfall zurückzubringen: eine Dauer oder günstig, wahrscheinlich und ungünstig.</translation>
    </message>
    <message>
        <source>Working time to bring it back after only something it needs was lost and has returned.</source>
        <translation>Arbeitszeit, um ihn zurückzubringen, nachdem nur etwas, das er benötigt, verloren war und zurück ist.</translation>
    </message>
    <message>
        <source>Worst that happens</source>
        <translation>Das Schlimmste</translation>
    </message>
    <message>
        <source>Would be MISSED: {names}.</source>
        <translation>Würde VERFEHLT: {names}.</translation>
    </message>
    <message>
        <source>Would be met: {names}.</source>
        <translation>Würde eingehalten: {names}.</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Write PDF…</source>
        <translation>PDF schreiben …</translation>
    </message>
    <message>
        <source>Write Word…</source>
        <translation>Word schreiben …</translation>
    </message>
    <message>
        <source>Write down what to do, in the order of work, so that a runbook can be printed.</source>
        <translation>Schreiben Sie in der Reihenfolge der Arbeit auf, was zu tun ist, damit sich ein Wiederanlaufplan drucken lässt.</translation>
    </message>
    <message>
        <source>Write here; Esc leaves it as it was</source>
        <translation>Schreiben Sie hier; Esc lässt alles, wie es war</translation>
    </message>
    <message>
        <source>Write on this note</source>
        <translation>Auf diese Notiz schreiben</translation>
    </message>
    <message>
        <source>Write the &amp;calendar (.ics)…</source>
        <translation>&amp;Kalender schreiben (.ics) …</translation>
    </message>
    <message>
        <source>Write the calendar</source>
        <translation>Kalender schreiben</translation>
    </message>
    <message>
        <source>Write the events list</source>
        <translation>Drehbuch schreiben</translation>
    </message>
    <message>
        <source>Write the events list…</source>
        <translation>Drehbuch schreiben …</translation>
    </message>
    <message>
        <source>Write {what}</source>
        <translation>{what} schreiben</translation>
    </message>
    <message>
        <source>Writes a copy that opens with a passphrase only.</source>
        <translation>Schreibt eine Kopie, die sich nur mit einer Passphrase öffnen lässt.</translation>
    </message>
    <message>
        <source>Writes a copy without contacts, names and history.</source>
        <translation>Schreibt eine Kopie ohne Kontakte, Namen und Verlauf.</translation>
    </message>
    <message>
        <source>Writes a runbook, a contact list or another document as PDF.</source>
        <translation>Schreibt einen Wiederanlaufplan, eine Kontaktliste oder ein anderes Dokument als PDF.</translation>
    </message>
    <message>
        <source>Writes a workbook, a web page, a recovery order or another format by its ending; a graph holds what the canvas shows.</source>
        <translation>Schreibt je nach Endung eine Arbeitsmappe, eine Webseite, eine Wiederanlaufreihenfolge oder ein anderes Format; ein Graph enthält, was die Zeichenfläche zeigt.</translation>
    </message>
    <message>
        <source>Writes an empty workbook with every table and heading, to fill in and import.</source>
        <translation>Schreibt eine leere Arbeitsmappe mit allen Tabellen und Überschriften, zum Ausfüllen und Importieren.</translation>
    </message>
    <message>
        <source>Writes the plan into a file that is not encrypted.</source>
        <translation>Schreibt den Plan in eine unverschlüsselte Datei.</translation>
    </message>
    <message>
        <source>Writes what the canvas shows as SVG, PNG or PDF.</source>
        <translation>Schreibt, was die Zeichenfläche zeigt, als SVG, PNG oder PDF.</translation>
    </message>
    <message>
        <source>Writing the document</source>
        <translation>Dokument wird geschrieben</translation>
    </message>
    <message>
        <source>Writing the file</source>
        <translation>Datei wird geschrieben</translation>
    </message>
    <message>
        <source>Written: {name}.</source>
        <translation>Geschrieben: {name}.</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoomen</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>[ and ]</source>
        <translation>[ und ]</translation>
    </message>
    <message>
        <source>a binary workbook (.xlsb) is not read; save it as .xlsx</source>
        <translation>eine binäre Arbeitsmappe (.xlsb) wird nicht gelesen; speichern Sie sie als .xlsx</translation>
    </message>
    <message>
        <source>a duration is 0 to 100 years</source>
        <translation>eine Dauer liegt zwischen 0 und 100 Jahren</translation>
    </message>
    <message>
        <source>a heading between the rows; the services below are tagged with it</source>
        <translation>eine Überschrift zwischen den Zeilen; die Services darunter tragen sie als Schlagwort</translation>
    </message>
    <message>
        <source>a named version cannot be read</source>
        <translation>eine benannte Version lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>a note below or between the rows, not a service</source>
        <translation>eine Anmerkung unter oder zwischen den Zeilen, kein Service</translation>
    </message>
    <message>
        <source>a password can only protect a PDF file</source>
        <translation>ein Passwort kann nur eine PDF-Datei schützen</translation>
    </message>
    <message>
        <source>a quote in it is never closed</source>
        <translation>ein Anführungszeichen darin wird nie geschlossen</translation>
    </message>
    <message>
        <source>a recovery as a whole has no {figure}</source>
        <translation>ein Wiederanlauf im Ganzen hat keinen Wert {figure}</translation>
    </message>
    <message>
        <source>a recovery has no {figure}</source>
        <translation>ein Wiederanlauf hat kein {figure}</translation>
    </message>
    <message>
        <source>a scenario names nothing that fails</source>
        <translation>ein Szenario nennt nichts, was ausfällt</translation>
    </message>
    <message>
        <source>a service cannot need itself</source>
        <translation>ein Service kann sich nicht selbst benötigen</translation>
    </message>
    <message>
        <source>a service needs more people of a team than the team has</source>
        <translation>ein Service braucht mehr Leute eines Teams, als das Team hat</translation>
    </message>
    <message>
        <source>a service of tier 1 has no MTPD</source>
        <translation>ein Service der Stufe 1 hat keine MTPD</translation>
    </message>
    <message>
        <source>a service of tier {tier}</source>
        <translation>ein Service der Stufe {tier}</translation>
    </message>
    <message>
        <source>a service that nothing it needs keeps down beyond its tolerance rides through</source>
        <translation>ein Service, den nichts, was er benötigt, länger als seine Toleranz lahmlegt, wird überbrückt</translation>
    </message>
    <message>
        <source>a simulation has no {figure}</source>
        <translation>eine Simulation hat keinen Wert {figure}</translation>
    </message>
    <message>
        <source>a spare is gone</source>
        <translation>eine Reserve ist weg</translation>
    </message>
    <message>
        <source>a total, not a service</source>
        <translation>eine Summe, kein Service</translation>
    </message>
    <message>
        <source>action</source>
        <translation>Maßnahme</translation>
    </message>
    <message>
        <source>add as a service</source>
        <translation>als Service hinzufügen</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>against: what was kept</source>
        <translation>gegen: das Behaltene</translation>
    </message>
    <message>
        <source>against: {aim}</source>
        <translation>gegen: {aim}</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>all back in {text}</source>
        <translation>alles wieder da in {text}</translation>
    </message>
    <message>
        <source>all needed</source>
        <translation>alle nötig</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>all trials</source>
        <translation>alle Durchläufe</translation>
    </message>
    <message>
        <source>an alias stands for itself; write the value out</source>
        <translation>ein Alias steht für sich selbst; schreiben Sie den Wert aus</translation>
    </message>
    <message>
        <source>an empty passphrase protects nothing; type one</source>
        <translation>eine leere Passphrase schützt nichts; geben Sie eine ein</translation>
    </message>
    <message>
        <source>an impact has no {figure}</source>
        <translation>eine Auswirkung hat kein {figure}</translation>
    </message>
    <message>
        <source>an outage of {outage}</source>
        <translation>einen Ausfall von {outage}</translation>
    </message>
    <message>
        <source>and others</source>
        <translation>und weitere</translation>
    </message>
    <message>
        <source>and {more} more are left out</source>
        <translation>und {more} weitere sind ausgelassen</translation>
    </message>
    <message>
        <source>and {value:,} more; export it again</source>
        <translation>und {value:,} weitere; exportieren Sie sie noch einmal</translation>
    </message>
    <message>
        <source>and {value} more</source>
        <translation>und {value} weitere</translation>
    </message>
    <message>
        <source>another order</source>
        <translation>andere Reihenfolge</translation>
    </message>
    <message>
        <source>another program changed its form</source>
        <translation>ein anderes Programm hat ihre Form geändert</translation>
    </message>
    <message>
        <source>another program is using it; try again when that has finished</source>
        <translation>ein anderes Programm benutzt sie; versuchen Sie es erneut, wenn es fertig ist</translation>
    </message>
    <message>
        <source>another program keeps part of it in “{name}” beside it; close it in that program, or ask its sender for a fresh copy</source>
        <translation>ein anderes Programm hält einen Teil davon in „{name}“ daneben; schließen Sie sie dort oder bitten Sie den Absender um eine frische Kopie</translation>
    </message>
    <message>
        <source>any amount</source>
        <translation>beliebig viel</translation>
    </message>
    <message>
        <source>any service</source>
        <translation>jeder Service</translation>
    </message>
    <message>
        <source>are back too late when all that they need is lost</source>
        <translation>sind zu spät zurück, wenn alles verloren ist, was sie benötigen</translation>
    </message>
    <message>
        <source>arranged for this view</source>
        <translation>für diese Ansicht angeordnet</translation>
    </message>
    <message>
        <source>as adopted; {name} first</source>
        <translation>wie beschlossen; {name} zuerst</translation>
    </message>
    <message>
        <source>as soon as it goes down</source>
        <translation>sobald er ausfällt</translation>
    </message>
    <message>
        <source>as the log of the event says; work that it does not mention starts from now on</source>
        <translation>wie das Protokoll des Ereignisses sagt; Arbeit, die es nicht nennt, beginnt ab jetzt</translation>
    </message>
    <message>
        <source>assessment</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>mindestens</translation>
    </message>
    <message>
        <source>at least </source>
        <translation>mindestens </translation>
    </message>
    <message>
        <source>at least {low:g}</source>
        <translation>mindestens {low:g}</translation>
    </message>
    <message>
        <source>at least {text}</source>
        <translation>mindestens {text}</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>höchstens</translation>
    </message>
    <message>
        <source>at most </source>
        <translation>höchstens </translation>
    </message>
    <message>
        <source>at most {high:g}</source>
        <translation>höchstens {high:g}</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>sofort</translation>
    </message>
    <message>
        <source>at the moment it fails</source>
        <translation>in dem Moment, in dem er ausfällt</translation>
    </message>
    <message>
        <source>back at</source>
        <translation>zurück bei</translation>
    </message>
    <message>
        <source>back at {up_at}</source>
        <translation>wieder da bei {up_at}</translation>
    </message>
    <message>
        <source>back to finish</source>
        <translation>zum Abschluss nötig</translation>
    </message>
    <message>
        <source>backup point</source>
        <translation>Sicherungspunkt</translation>
    </message>
    <message>
        <source>best</source>
        <translation>best</translation>
    </message>
    <message>
        <source>best case</source>
        <translation>günstigster Fall</translation>
    </message>
    <message>
        <source>better</source>
        <translation>besser</translation>
    </message>
    <message>
        <source>bound: {teams}</source>
        <translation>gebunden: {teams}</translation>
    </message>
    <message>
        <source>but it is missing</source>
        <translation>sie fehlt aber</translation>
    </message>
    <message>
        <source>call them and note the day</source>
        <translation>anrufen und den Tag vermerken</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>changes {changed}</source>
        <translation>ändert: {changed}</translation>
    </message>
    <message>
        <source>choose a scenario for it</source>
        <translation>wählen Sie dafür ein Szenario</translation>
    </message>
    <message>
        <source>communication</source>
        <translation>Mitteilung</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>contacts verified in the last half year</source>
        <translation>Kontakte, im letzten halben Jahr geprüft</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>enthält</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>Exemplar</translation>
    </message>
    <message>
        <source>corrective actions not overdue</source>
        <translation>Korrekturmaßnahmen, nicht überfällig</translation>
    </message>
    <message>
        <source>could start at</source>
        <translation>könnte beginnen bei</translation>
    </message>
    <message>
        <source>critical services exercised in the last year</source>
        <translation>kritische Services, im letzten Jahr geübt</translation>
    </message>
    <message>
        <source>critical services measured in the last year</source>
        <translation>kritische Services, im letzten Jahr gemessen</translation>
    </message>
    <message>
        <source>critical services that met their RTO when measured</source>
        <translation>kritische Services, die ihre RTO bei der Messung einhielten</translation>
    </message>
    <message>
        <source>critical services with recovery steps</source>
        <translation>kritische Services mit Wiederanlaufschritten</translation>
    </message>
    <message>
        <source>declare the disruption by {latest_declaration}, else a target is missed</source>
        <translation>Störung bis {latest_declaration} ausrufen, sonst wird ein Ziel verfehlt</translation>
    </message>
    <message>
        <source>declared</source>
        <translation>ausgerufen</translation>
    </message>
    <message>
        <source>declared after</source>
        <translation>Ausrufung nach</translation>
    </message>
    <message>
        <source>declared at</source>
        <translation>ausgerufen bei</translation>
    </message>
    <message>
        <source>deepest: {kind}, {times}×</source>
        <translation>am tiefsten: {kind}, {times}×</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>different</source>
        <translation>anders</translation>
    </message>
    <message>
        <source>does not contain</source>
        <translation>enthält nicht</translation>
    </message>
    <message>
        <source>done {at}</source>
        <translation>erledigt {at}</translation>
    </message>
    <message>
        <source>downtime costs {value:,.0f}</source>
        <translation>Ausfallkosten {value:,.0f}</translation>
    </message>
    <message>
        <source>draw.io diagram</source>
        <translation>draw.io-Diagramm</translation>
    </message>
    <message>
        <source>due</source>
        <translation>fällig</translation>
    </message>
    <message>
        <source>each hour of the outage at the rate of its step, and every one-off cost whose time is reached</source>
        <translation>jede Stunde des Ausfalls zum Satz ihrer Stufe und alle einmaligen Kosten, deren Zeit erreicht ist</translation>
    </message>
    <message>
        <source>each value stands for the rows below it, so they are filled with it</source>
        <translation>jeder Wert gilt für die Zeilen darunter, sie wurden damit gefüllt</translation>
    </message>
    <message>
        <source>edited by hand</source>
        <translation>von Hand bearbeitet</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>every RTO met</source>
        <translation>jede RTO eingehalten</translation>
    </message>
    <message>
        <source>every service that cannot do without it, tolerances run out</source>
        <translation>jeder Service, der nicht ohne ihn auskommt, wenn alle Toleranzen ablaufen</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>exercise those that are missing</source>
        <translation>die fehlenden üben</translation>
    </message>
    <message>
        <source>expected a duration such as PT4H, found {type_name}</source>
        <translation>erwartet wird eine Dauer wie PT4H, gefunden wurde {type_name}</translation>
    </message>
    <message>
        <source>expected a duration, or an object with optimistic, likely and pessimistic, found {type_name}</source>
        <translation>erwartet wird eine Dauer oder ein Objekt mit optimistic, likely und pessimistic, gefunden wurde {type_name}</translation>
    </message>
    <message>
        <source>expected a list, found {type_name}</source>
        <translation>erwartet wird eine Liste, gefunden wurde {type_name}</translation>
    </message>
    <message>
        <source>expected a number, found {type_name}</source>
        <translation>erwartet wird eine Zahl, gefunden wurde {type_name}</translation>
    </message>
    <message>
        <source>expected a text, found {type_name}</source>
        <translation>erwartet wird ein Text, gefunden wurde {type_name}</translation>
    </message>
    <message>
        <source>expected a whole number, found {number}</source>
        <translation>erwartet wird eine ganze Zahl, gefunden wurde {number}</translation>
    </message>
    <message>
        <source>expected an object of numbers, found {type_name}</source>
        <translation>erwartet wird ein Objekt mit Zahlen, gefunden wurde {type_name}</translation>
    </message>
    <message>
        <source>expected an object with lists of the plan</source>
        <translation>erwartet wird ein Objekt mit Listen des Plans</translation>
    </message>
    <message>
        <source>expected exactly optimistic, likely and pessimistic</source>
        <translation>erwartet werden genau optimistic, likely und pessimistic</translation>
    </message>
    <message>
        <source>expected true or false, found {type_name}</source>
        <translation>erwartet wird true oder false, gefunden wurde {type_name}</translation>
    </message>
    <message>
        <source>expected two numbers</source>
        <translation>erwartet werden zwei Zahlen</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>fällt aus</translation>
    </message>
    <message>
        <source>filtered</source>
        <translation>gefiltert</translation>
    </message>
    <message>
        <source>finish the overdue actions</source>
        <translation>die überfälligen Maßnahmen abschließen</translation>
    </message>
    <message>
        <source>found in the phrase “{said}”</source>
        <translation>gefunden in der Wendung „{said}“</translation>
    </message>
    <message>
        <source>from its first loss to its return</source>
        <translation>von seinem ersten Verlust bis zu seiner Rückkehr</translation>
    </message>
    <message>
        <source>from {after} on</source>
        <translation>ab {after}</translation>
    </message>
    <message>
        <source>goes down</source>
        <translation>fällt aus</translation>
    </message>
    <message>
        <source>goes down at</source>
        <translation>fällt aus bei</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>weg</translation>
    </message>
    <message>
        <source>have an RPO longer than what needs them allows</source>
        <translation>haben eine längere RPO, als das erlaubt, was sie benötigt</translation>
    </message>
    <message>
        <source>have an RTO above their MTPD</source>
        <translation>haben eine RTO über ihrer MTPD</translation>
    </message>
    <message>
        <source>have an RTO longer than what needs them allows</source>
        <translation>haben eine längere RTO, als das erlaubt, was sie benötigt</translation>
    </message>
    <message>
        <source>hold one on each of the others</source>
        <translation>zu jedem der übrigen eine Übung abhalten</translation>
    </message>
    <message>
        <source>holds {tolerance}</source>
        <translation>hält {tolerance}</translation>
    </message>
    <message>
        <source>how much longer than its RTO each service is out, times 64, 16 or 4 for tiers 1, 2 and 3, else times 1</source>
        <translation>um wie viel länger als seine RTO jeder Service ausgefallen ist, mal 64, 16 oder 4 für die Stufen 1, 2 und 3, sonst mal 1</translation>
    </message>
    <message>
        <source>if needed</source>
        <translation>bei Bedarf</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>in Bearbeitung</translation>
    </message>
    <message>
        <source>is</source>
        <translation>ist</translation>
    </message>
    <message>
        <source>is at risk</source>
        <translation>ist gefährdet</translation>
    </message>
    <message>
        <source>is degraded</source>
        <translation>ist eingeschränkt</translation>
    </message>
    <message>
        <source>is exactly</source>
        <translation>ist genau</translation>
    </message>
    <message>
        <source>is known</source>
        <translation>ist bekannt</translation>
    </message>
    <message>
        <source>is needed softly by</source>
        <translation>wird benötigt von (weich)</translation>
    </message>
    <message>
        <source>is not known</source>
        <translation>ist nicht bekannt</translation>
    </message>
    <message>
        <source>isolated backup</source>
        <translation>isolierten Sicherung</translation>
    </message>
    <message>
        <source>it declares entities or points to other files, which is never followed; remove that</source>
        <translation>sie vereinbart Entities oder verweist auf andere Dateien, denen nie gefolgt wird; entfernen Sie das</translation>
    </message>
    <message>
        <source>it does not name both ends of the relation</source>
        <translation>sie nennt nicht beide Enden der Beziehung</translation>
    </message>
    <message>
        <source>it ends after its first bytes</source>
        <translation>sie endet nach den ersten Bytes</translation>
    </message>
    <message>
        <source>it has neither a name nor an ID</source>
        <translation>sie hat weder Namen noch ID</translation>
    </message>
    <message>
        <source>it has no row of its own; added with its name only</source>
        <translation>er hat keine eigene Zeile; nur mit seinem Namen hinzugefügt</translation>
    </message>
    <message>
        <source>it has no sheet with an events list</source>
        <translation>es hat kein Blatt mit einem Drehbuch</translation>
    </message>
    <message>
        <source>it holds NUL bytes, so it is not a text file; save it as UTF-8 text</source>
        <translation>es enthält NUL-Bytes und ist daher keine Textdatei; speichern Sie es als UTF-8-Text</translation>
    </message>
    <message>
        <source>it holds a number that is too large</source>
        <translation>es enthält eine zu große Zahl</translation>
    </message>
    <message>
        <source>it holds a value that is not usable (date, number or key)</source>
        <translation>es enthält einen unbrauchbaren Wert (Datum, Zahl oder Schlüssel)</translation>
    </message>
    <message>
        <source>it holds more than this program can keep in one entry</source>
        <translation>sie enthält mehr, als dieses Programm in einem Eintrag halten kann</translation>
    </message>
    <message>
        <source>it holds more than {largest_list:,} {name}; split the plan</source>
        <translation>sie enthält mehr als {largest_list:,} {name}; teilen Sie den Plan auf</translation>
    </message>
    <message>
        <source>it holds no list of objects with names</source>
        <translation>es enthält keine Liste von Objekten mit Namen</translation>
    </message>
    <message>
        <source>it holds program parts (such as triggers or views) that a plan file never has; ask its sender for a fresh copy</source>
        <translation>sie enthält Programmteile (etwa Trigger oder Views), die eine Plandatei nie hat; bitten Sie den Absender um eine neue Kopie</translation>
    </message>
    <message>
        <source>it is a device, not a file; choose a plan file</source>
        <translation>das ist ein Gerät, keine Datei; wählen Sie eine Plandatei</translation>
    </message>
    <message>
        <source>it is a folder; choose a file</source>
        <translation>das ist ein Ordner; wählen Sie eine Datei</translation>
    </message>
    <message>
        <source>it is a folder; choose a file name</source>
        <translation>das ist ein Ordner; wählen Sie einen Dateinamen</translation>
    </message>
    <message>
        <source>it is a folder; choose a plan file</source>
        <translation>das ist ein Ordner; wählen Sie eine Plandatei</translation>
    </message>
    <message>
        <source>it is being edited by {held}; choose another name</source>
        <translation>sie wird von {held} bearbeitet; wählen Sie einen anderen Namen</translation>
    </message>
    <message>
        <source>it is damaged; save it again as .xlsx</source>
        <translation>die Datei ist beschädigt; speichern Sie sie noch einmal als .xlsx</translation>
    </message>
    <message>
        <source>it is encrypted; open it in the window, or name a file with its passphrase in BCP_PLANNER_PASSPHRASE_FILE</source>
        <translation>sie ist verschlüsselt; öffnen Sie sie im Fenster, oder nennen Sie in BCP_PLANNER_PASSPHRASE_FILE eine Datei mit der Passphrase</translation>
    </message>
    <message>
        <source>it is larger than 4 GB, which this program does not read</source>
        <translation>sie ist größer als 4 GB, was dieses Programm nicht liest</translation>
    </message>
    <message>
        <source>it is locked by a password; save it without one</source>
        <translation>es ist mit einem Passwort gesperrt; speichern Sie es ohne</translation>
    </message>
    <message>
        <source>it is no ArchiMate model; export it again</source>
        <translation>das ist kein ArchiMate-Modell; exportieren Sie es noch einmal</translation>
    </message>
    <message>
        <source>it is no GEXF</source>
        <translation>das ist kein GEXF</translation>
    </message>
    <message>
        <source>it is no GraphML</source>
        <translation>das ist kein GraphML</translation>
    </message>
    <message>
        <source>it is no Microsoft Project XML</source>
        <translation>das ist kein Microsoft-Project-XML</translation>
    </message>
    <message>
        <source>it is no draw.io diagram</source>
        <translation>das ist kein draw.io-Diagramm</translation>
    </message>
    <message>
        <source>it is no list of nodes and edges</source>
        <translation>das ist keine Liste von Knoten und Kanten</translation>
    </message>
    <message>
        <source>it is no table; check quotes and save it again</source>
        <translation>das ist keine Tabelle; prüfen Sie Anführungszeichen und speichern Sie noch einmal</translation>
    </message>
    <message>
        <source>it is not JSON: {error}</source>
        <translation>das ist kein JSON: {error}</translation>
    </message>
    <message>
        <source>it is not a plan file; choose a file whose name ends in .bcplan</source>
        <translation>das ist keine Plandatei; wählen Sie eine Datei, deren Name auf .bcplan endet</translation>
    </message>
    <message>
        <source>it is not an encrypted plan; choose another file</source>
        <translation>das ist kein verschlüsselter Plan; wählen Sie eine andere Datei</translation>
    </message>
    <message>
        <source>it is not encrypted with a passphrase; ask its sender for a copy</source>
        <translation>sie ist nicht mit einer Passphrase verschlüsselt; bitten Sie den Absender um eine Kopie</translation>
    </message>
    <message>
        <source>it is the database of another program; choose a plan file</source>
        <translation>das ist die Datenbank eines anderen Programms; wählen Sie eine Plandatei</translation>
    </message>
    <message>
        <source>it is the file that is open; choose another name for the copy</source>
        <translation>das ist die geöffnete Datei; wählen Sie für die Kopie einen anderen Namen</translation>
    </message>
    <message>
        <source>it is too large for a plan; choose another file</source>
        <translation>sie ist für einen Plan zu groß; wählen Sie eine andere Datei</translation>
    </message>
    <message>
        <source>it names nothing that is needed</source>
        <translation>sie nennt nichts, was benötigt wird</translation>
    </message>
    <message>
        <source>it packs more than {most_files:,} files</source>
        <translation>es packt mehr als {most_files:,} Dateien</translation>
    </message>
    <message>
        <source>it packs no model.xml; save it again in Archi</source>
        <translation>es enthält kein model.xml; speichern Sie es in Archi noch einmal</translation>
    </message>
    <message>
        <source>it reads like a sentence, not like names; kept in the description</source>
        <translation>es liest sich wie ein Satz, nicht wie Namen; in der Beschreibung behalten</translation>
    </message>
    <message>
        <source>it refers to something that the plan does not have</source>
        <translation>es verweist auf etwas, das der Plan nicht hat</translation>
    </message>
    <message>
        <source>it unpacks to more than {most} MB, too large to read</source>
        <translation>entpackt mehr als {most} MB, zu groß zum Lesen</translation>
    </message>
    <message>
        <source>it was edited all the while; every edit is kept beside it, save once more</source>
        <translation>sie wurde die ganze Zeit bearbeitet; jede Änderung ist daneben aufgehoben, speichern Sie noch einmal</translation>
    </message>
    <message>
        <source>its RTO is {rto}</source>
        <translation>seine RTO ist {rto}</translation>
    </message>
    <message>
        <source>its RTO minus its outage</source>
        <translation>seine RTO minus sein Ausfall</translation>
    </message>
    <message>
        <source>its RTO of {limit}</source>
        <translation>seine RTO von {limit}</translation>
    </message>
    <message>
        <source>its aliases stand for too much; write the values out</source>
        <translation>die Aliase stehen für zu viel; schreiben Sie die Werte aus</translation>
    </message>
    <message>
        <source>its backup point, the data lost when it is restored from an isolated backup, is more than its RPO</source>
        <translation>sein Sicherungspunkt, der Datenverlust bei Wiederherstellung aus einer isolierten Sicherung, ist größer als seine RPO</translation>
    </message>
    <message>
        <source>its failure alone takes down services of tier 1</source>
        <translation>sein Ausfall allein reißt Services der Stufe 1 mit</translation>
    </message>
    <message>
        <source>its format is not known; {choose_reader}</source>
        <translation>das Format ist nicht bekannt; {choose_reader}</translation>
    </message>
    <message>
        <source>its history cannot be read</source>
        <translation>ihr Verlauf lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>its most recent copy</source>
        <translation>seiner jüngsten Kopie</translation>
    </message>
    <message>
        <source>its outage plus the work recovery time, held against its MTPD</source>
        <translation>sein Ausfall plus Nacharbeitszeit, verglichen mit seiner MTPD</translation>
    </message>
    <message>
        <source>its own RTO</source>
        <translation>seine eigene RTO</translation>
    </message>
    <message>
        <source>its own failure</source>
        <translation>sein eigener Ausfall</translation>
    </message>
    <message>
        <source>its own loss</source>
        <translation>sein eigener Verlust</translation>
    </message>
    <message>
        <source>its share, times the points that it is worth; the score is the sum of the points won, scaled to 100 where there is nothing to count for some figures</source>
        <translation>sein Anteil mal die Punkte, die er wert ist; der Gesamtwert ist die Summe der gewonnenen Punkte, auf 100 hochgerechnet, wo es für manche Werte nichts zu zählen gibt</translation>
    </message>
    <message>
        <source>its sheets span more than {most_cells:,} cells</source>
        <translation>die Blätter umfassen mehr als {most_cells:,} Zellen</translation>
    </message>
    <message>
        <source>its start plus its recovery time if it failed itself, or else its restart time</source>
        <translation>sein Beginn plus Wiederherstellungsdauer, wenn er selbst ausgefallen ist, sonst Neustartdauer</translation>
    </message>
    <message>
        <source>its table {name} is not as this program makes it</source>
        <translation>seine Tabelle {name} ist nicht so, wie dieses Programm sie anlegt</translation>
    </message>
    <message>
        <source>its text encoding is not usable; save it as UTF-8</source>
        <translation>die Textkodierung ist nicht brauchbar; speichern Sie als UTF-8</translation>
    </message>
    <message>
        <source>its texts are too long together; import it in parts</source>
        <translation>die Texte darin sind zusammen zu lang; importieren Sie in Teilen</translation>
    </message>
    <message>
        <source>its texts have more than {most} million characters; split the plan</source>
        <translation>seine Texte haben mehr als {most} Millionen Zeichen; teilen Sie den Plan auf</translation>
    </message>
    <message>
        <source>its {outage_term} is {value}</source>
        <translation>seine {outage_term} ist {value}</translation>
    </message>
    <message>
        <source>kind: {kind}</source>
        <translation>Art: {kind}</translation>
    </message>
    <message>
        <source>known</source>
        <translation>bekannt</translation>
    </message>
    <message>
        <source>larger than {value} MB, too large to read</source>
        <translation>größer als {value} MB, zu groß zum Lesen</translation>
    </message>
    <message>
        <source>later</source>
        <translation>später</translation>
    </message>
    <message>
        <source>leaves only</source>
        <translation>nur Blätter</translation>
    </message>
    <message>
        <source>left out by the mapping</source>
        <translation>durch die Zuordnung ausgelassen</translation>
    </message>
    <message>
        <source>less than</source>
        <translation>weniger als</translation>
    </message>
    <message>
        <source>lesson</source>
        <translation>Erkenntnis</translation>
    </message>
    <message>
        <source>let those who have not played play</source>
        <translation>die noch nicht beteiligten Rollen mitspielen lassen</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>wahrscheinlich</translation>
    </message>
    <message>
        <source>likely: {likely}</source>
        <translation>wahrscheinlich: {likely}</translation>
    </message>
    <message>
        <source>line {lineno}, column {colno}</source>
        <translation>Zeile {lineno}, Spalte {colno}</translation>
    </message>
    <message>
        <source>line {line}, column {value}</source>
        <translation>Zeile {line}, Spalte {value}</translation>
    </message>
    <message>
        <source>log entry</source>
        <translation>Protokolleintrag</translation>
    </message>
    <message>
        <source>lose more data than their RPO allows</source>
        <translation>verlieren mehr Daten, als ihre RPO erlaubt</translation>
    </message>
    <message>
        <source>loss of {provider}</source>
        <translation>Verlust von {provider}</translation>
    </message>
    <message>
        <source>made by a newer version of the program; update the program to read it</source>
        <translation>mit einer neueren Version des Programms erstellt; aktualisieren Sie das Programm, um sie zu lesen</translation>
    </message>
    <message>
        <source>makes use of {needs_text}, lost at</source>
        <translation>nutzt {needs_text}, verloren bei</translation>
    </message>
    <message>
        <source>met</source>
        <translation>eingehalten</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>verfehlt</translation>
    </message>
    <message>
        <source>missing as well</source>
        <translation>fehlt außerdem</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>gemischt</translation>
    </message>
    <message>
        <source>mobilisation of its team</source>
        <translation>Mobilisierung seines Teams</translation>
    </message>
    <message>
        <source>more edges than can be read</source>
        <translation>mehr Kanten, als gelesen werden können</translation>
    </message>
    <message>
        <source>more than</source>
        <translation>mehr als</translation>
    </message>
    <message>
        <source>more than {most_cells:,} cells, too many to read</source>
        <translation>mehr als {most_cells:,} Zellen, zu viele zum Lesen</translation>
    </message>
    <message>
        <source>more than {most_files:,} files or {most} MB; import it in parts</source>
        <translation>mehr als {most_files:,} Dateien oder {most} MB; importieren Sie in Teilen</translation>
    </message>
    <message>
        <source>more than {most_json_parts:,} values, too many to read</source>
        <translation>mehr als {most_json_parts:,} Werte, zu viele zum Lesen</translation>
    </message>
    <message>
        <source>more than {most_plan_parts:,} values, too many</source>
        <translation>mehr als {most_plan_parts:,} Werte, zu viele</translation>
    </message>
    <message>
        <source>more than {most_plan_records:,} records, too many to read</source>
        <translation>mehr als {most_plan_records:,} Einträge, zu viele zum Lesen</translation>
    </message>
    <message>
        <source>more than {most_records:,} services and requirements; import it in parts</source>
        <translation>mehr als {most_records:,} Services und Abhängigkeiten; importieren Sie in Teilen</translation>
    </message>
    <message>
        <source>more than {most_xml_parts:,} elements, too many to read</source>
        <translation>mehr als {most_xml_parts:,} Elemente, zu viele zum Lesen</translation>
    </message>
    <message>
        <source>more than {most_yaml_parts:,} values, too many to read</source>
        <translation>mehr als {most_yaml_parts:,} Werte, zu viele zum Lesen</translation>
    </message>
    <message>
        <source>most recent copy</source>
        <translation>jüngsten Kopie</translation>
    </message>
    <message>
        <source>must be at least {low}, found {raw}</source>
        <translation>muss mindestens {low} sein, gefunden wurde {raw}</translation>
    </message>
    <message>
        <source>must be at most {high}, found {raw}</source>
        <translation>darf höchstens {high} sein, gefunden wurde {raw}</translation>
    </message>
    <message>
        <source>must name at least one</source>
        <translation>muss mindestens eine Angabe enthalten</translation>
    </message>
    <message>
        <source>must not be empty</source>
        <translation>darf nicht leer sein</translation>
    </message>
    <message>
        <source>names {twice} more than once</source>
        <translation>nennt {twice} mehr als einmal</translation>
    </message>
    <message>
        <source>needs</source>
        <translation>benötigt</translation>
    </message>
    <message>
        <source>needs {needs_text}, back at</source>
        <translation>benötigt {needs_text}, zurück bei</translation>
    </message>
    <message>
        <source>needs {needs_text}, degraded at</source>
        <translation>benötigt {needs_text}, eingeschränkt bei</translation>
    </message>
    <message>
        <source>needs {needs_text}, lost at</source>
        <translation>benötigt {needs_text}, verloren bei</translation>
    </message>
    <message>
        <source>nested more than {deepest} levels deep</source>
        <translation>mehr als {deepest} Ebenen tief verschachtelt</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>never measured</source>
        <translation>nie gemessen</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>no RTO</source>
        <translation>keine RTO</translation>
    </message>
    <message>
        <source>no RTO is given</source>
        <translation>es ist keine RTO angegeben</translation>
    </message>
    <message>
        <source>no RTO missed as far as times are known</source>
        <translation>soweit Zeiten bekannt sind, wird keine RTO verfehlt</translation>
    </message>
    <message>
        <source>no column is known to hold names; name one of them Name</source>
        <translation>keine Spalte enthält erkennbar Namen; nennen Sie eine davon Name</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>unbestimmte Zeit</translation>
    </message>
    <message>
        <source>no estimate</source>
        <translation>keine Schätzung</translation>
    </message>
    <message>
        <source>no estimate of its recovery time, so it counts as zero</source>
        <translation>keine Schätzung der Wiederherstellungsdauer, sie zählt daher als null</translation>
    </message>
    <message>
        <source>no heading is known (Name, ID, Depends on ...); name one column Name</source>
        <translation>keine Überschrift ist bekannt (Name, ID, Hängt ab von ...); nennen Sie eine Spalte Name</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>ohne Grenze</translation>
    </message>
    <message>
        <source>no line begins with a time, such as 08:30 or T+1:30</source>
        <translation>keine Zeile beginnt mit einer Zeit wie 08:30 oder T+1:30</translation>
    </message>
    <message>
        <source>no maximum tolerable period of disruption although it is tier 1</source>
        <translation>keine maximal tolerierbare Ausfallzeit (MTPD), obwohl er zur Stufe 1 gehört</translation>
    </message>
    <message>
        <source>no order is better</source>
        <translation>keine Reihenfolge ist besser</translation>
    </message>
    <message>
        <source>no order is better than</source>
        <translation>keine Reihenfolge ist besser als</translation>
    </message>
    <message>
        <source>no owner</source>
        <translation>keine Verantwortlichen</translation>
    </message>
    <message>
        <source>no owner is given</source>
        <translation>es ist niemand verantwortlich</translation>
    </message>
    <message>
        <source>no recovery steps</source>
        <translation>keine Wiederanlaufschritte</translation>
    </message>
    <message>
        <source>no recovery steps are given</source>
        <translation>es sind keine Wiederanlaufschritte angegeben</translation>
    </message>
    <message>
        <source>no recovery time is given, so it counts as 0</source>
        <translation>es ist keine Wiederanlaufdauer angegeben, sie zählt als 0</translation>
    </message>
    <message>
        <source>no return at all</source>
        <translation>gar keine Rückkehr</translation>
    </message>
    <message>
        <source>no row of headings; it needs at least “Time” and “What”</source>
        <translation>keine Zeile mit Überschriften; nötig sind mindestens „Time“ und „What“</translation>
    </message>
    <message>
        <source>no service in particular</source>
        <translation>kein bestimmter Service</translation>
    </message>
    <message>
        <source>no such document; there are: {join}</source>
        <translation>kein solches Dokument; es gibt: {join}</translation>
    </message>
    <message>
        <source>no such paper; choose {join}</source>
        <translation>kein solches Papierformat; wählen Sie {join}</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>noch niemand</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>none fits</source>
        <translation>keiner passt</translation>
    </message>
    <message>
        <source>none is in all of: {in_words}</source>
        <translation>keiner gehört zu allen: {in_words}</translation>
    </message>
    <message>
        <source>none is of {in_words}</source>
        <translation>keiner gehört zu {in_words}</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>not </source>
        <translation>nicht </translation>
    </message>
    <message>
        <source>not JSON at {place}: {msg}</source>
        <translation>kein JSON bei {place}: {msg}</translation>
    </message>
    <message>
        <source>not JSON at {place}; export it again</source>
        <translation>kein JSON bei {place}; exportieren Sie es noch einmal</translation>
    </message>
    <message>
        <source>not YAML{place}; check indentation and quotes</source>
        <translation>kein YAML{place}; prüfen Sie Einrückung und Anführungszeichen</translation>
    </message>
    <message>
        <source>not a plan: the field &quot;format&quot; is not &quot;{format}&quot;</source>
        <translation>kein Plan: Das Feld &quot;format&quot; ist nicht &quot;{format}&quot;</translation>
    </message>
    <message>
        <source>not exercised yet</source>
        <translation>noch nicht geübt</translation>
    </message>
    <message>
        <source>not for recovery</source>
        <translation>nicht für den Wiederanlauf</translation>
    </message>
    <message>
        <source>not lost before</source>
        <translation>vorher nicht verloren</translation>
    </message>
    <message>
        <source>not mapped to a field; {used} values are left out</source>
        <translation>keinem Feld zugeordnet; {used} Werte bleiben außen vor</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>nicht gesagt</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht festgelegt</translation>
    </message>
    <message>
        <source>not the entry that comes next</source>
        <translation>nicht der Eintrag, der als Nächstes kommt</translation>
    </message>
    <message>
        <source>not well-formed XML at {place}; export it again</source>
        <translation>kein wohlgeformtes XML bei {place}; exportieren Sie es noch einmal</translation>
    </message>
    <message>
        <source>not yet declared</source>
        <translation>noch nicht ausgerufen</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>nothing of a plan can be read in it; restore a backup or ask for a copy</source>
        <translation>darin ist nichts von einem Plan lesbar; holen Sie eine Sicherung zurück oder bitten Sie um eine Kopie</translation>
    </message>
    <message>
        <source>nothing to count</source>
        <translation>nichts zu zählen</translation>
    </message>
    <message>
        <source>nothing yet, so re-test it</source>
        <translation>noch nichts, also erneut testen</translation>
    </message>
    <message>
        <source>number of trials</source>
        <translation>Anzahl der Durchläufe</translation>
    </message>
    <message>
        <source>numbers without a unit are taken as hours, below 1 as parts of a day</source>
        <translation>Zahlen ohne Einheit gelten als Stunden, unter 1 als Teile eines Tages</translation>
    </message>
    <message>
        <source>objectives have no {figure}</source>
        <translation>Zielzeiten haben kein {figure}</translation>
    </message>
    <message>
        <source>on {entry}</source>
        <translation>zu {entry}</translation>
    </message>
    <message>
        <source>once at {after}</source>
        <translation>einmalig bei {after}</translation>
    </message>
    <message>
        <source>one failure takes away more providers than can be spared</source>
        <translation>ein Ausfall nimmt mehr Anbieter weg, als entbehrlich sind</translation>
    </message>
    <message>
        <source>one on each line</source>
        <translation>eine pro Zeile</translation>
    </message>
    <message>
        <source>only as PDF; Word files can be made of: {able}</source>
        <translation>nur als PDF; Word-Dateien gibt es von: {able}</translation>
    </message>
    <message>
        <source>only {capacity}</source>
        <translation>nur {capacity}</translation>
    </message>
    <message>
        <source>opening it would need more work and memory than this program allows; ask its sender for a fresh copy</source>
        <translation>das Öffnen bräuchte mehr Arbeit und Speicher, als dieses Programm zulässt; bitten Sie den Absender um eine frische Kopie</translation>
    </message>
    <message>
        <source>optimistic must not exceed likely, nor likely pessimistic</source>
        <translation>optimistic darf likely nicht überschreiten und likely nicht pessimistic</translation>
    </message>
    <message>
        <source>options: {options}</source>
        <translation>Möglichkeiten: {options}</translation>
    </message>
    <message>
        <source>outage {at_least}</source>
        <translation>Ausfall {at_least}</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>überfällig</translation>
    </message>
    <message>
        <source>people of {team}</source>
        <translation>Personen von {team}</translation>
    </message>
    <message>
        <source>plan info</source>
        <translation>Planangaben</translation>
    </message>
    <message>
        <source>plan: its name and document control cannot be read</source>
        <translation>plan: Name und Dokumentenlenkung sind nicht lesbar</translation>
    </message>
    <message>
        <source>planned end</source>
        <translation>geplantes Ende</translation>
    </message>
    <message>
        <source>points for all of them</source>
        <translation>Punkte für alle</translation>
    </message>
    <message>
        <source>points won</source>
        <translation>gewonnene Punkte</translation>
    </message>
    <message>
        <source>reading it takes too long, so it is probably damaged; make a repaired copy of it or restore a backup</source>
        <translation>das Lesen dauert zu lange, sie ist wohl beschädigt; machen Sie eine reparierte Kopie oder spielen Sie eine Sicherung zurück</translation>
    </message>
    <message>
        <source>recovery</source>
        <translation>Wiederanlauf</translation>
    </message>
    <message>
        <source>recovery of {title}</source>
        <translation>Wiederherstellung von {title}</translation>
    </message>
    <message>
        <source>recovery point</source>
        <translation>Wiederherstellungspunkt</translation>
    </message>
    <message>
        <source>recovery time</source>
        <translation>Wiederherstellungsdauer</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>requirement</source>
        <translation>Abhängigkeit</translation>
    </message>
    <message>
        <source>resource need</source>
        <translation>Ressourcenbedarf</translation>
    </message>
    <message>
        <source>restart time</source>
        <translation>Neustartdauer</translation>
    </message>
    <message>
        <source>restored to one point with</source>
        <translation>auf einen Zeitpunkt wiederhergestellt mit</translation>
    </message>
    <message>
        <source>revision</source>
        <translation>Änderungseintrag</translation>
    </message>
    <message>
        <source>rides through</source>
        <translation>überbrückt</translation>
    </message>
    <message>
        <source>role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>roles exercised in the last year</source>
        <translation>Rollen, im letzten Jahr geübt</translation>
    </message>
    <message>
        <source>run a test that measures them</source>
        <translation>einen Test durchführen, der sie misst</translation>
    </message>
    <message>
        <source>scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>scenarios</source>
        <translation>Szenarien</translation>
    </message>
    <message>
        <source>scenarios exercised in the last year</source>
        <translation>Szenarien, im letzten Jahr geübt</translation>
    </message>
    <message>
        <source>seed </source>
        <translation>Startwert </translation>
    </message>
    <message>
        <source>service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>service down</source>
        <translation>Service ausgefallen</translation>
    </message>
    <message>
        <source>service up</source>
        <translation>Service in Betrieb</translation>
    </message>
    <message>
        <source>services</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>services need each other in a circle</source>
        <translation>Services benötigen einander im Kreis</translation>
    </message>
    <message>
        <source>services whose recovery waits for each other can never begin</source>
        <translation>Services, deren Wiederanlauf aufeinander wartet, können nie beginnen</translation>
    </message>
    <message>
        <source>several values</source>
        <translation>verschiedene Werte</translation>
    </message>
    <message>
        <source>shorten recovery or agree on another RTO</source>
        <translation>den Wiederanlauf verkürzen oder eine andere RTO vereinbaren</translation>
    </message>
    <message>
        <source>showing {shown:,} of {total:,}{hidden}</source>
        <translation>{shown:,} von {total:,} gezeigt{hidden}</translation>
    </message>
    <message>
        <source>simulations to compare need the same seed and number of trials</source>
        <translation>zu vergleichende Simulationen brauchen denselben Startwert und dieselbe Zahl von Durchläufen</translation>
    </message>
    <message>
        <source>solved</source>
        <translation>gelöst</translation>
    </message>
    <message>
        <source>some working times are unknown, so it may take longer</source>
        <translation>einige Arbeitszeiten sind unbekannt, es kann also länger dauern</translation>
    </message>
    <message>
        <source>somebody else changed it at once; open it again</source>
        <translation>jemand anderes hat es gleichzeitig geändert; öffnen Sie es noch einmal</translation>
    </message>
    <message>
        <source>something it needs may lose more data than its own RPO allows</source>
        <translation>etwas, das er benötigt, darf mehr Daten verlieren, als seine eigene RPO erlaubt</translation>
    </message>
    <message>
        <source>something never comes back</source>
        <translation>etwas kommt nie zurück</translation>
    </message>
    <message>
        <source>sooner</source>
        <translation>früher</translation>
    </message>
    <message>
        <source>sooner or later</source>
        <translation>früher oder später</translation>
    </message>
    <message>
        <source>standard error √(share × (1 − share) ÷ trials)</source>
        <translation>Standardfehler √(Anteil × (1 − Anteil) ÷ Durchläufe)</translation>
    </message>
    <message>
        <source>starts at</source>
        <translation>beginnt bei</translation>
    </message>
    <message>
        <source>story {at}</source>
        <translation>Handlung {at}</translation>
    </message>
    <message>
        <source>strategy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <source>such trials</source>
        <translation>solche Durchläufe</translation>
    </message>
    <message>
        <source>systemd units</source>
        <translation>systemd-Units</translation>
    </message>
    <message>
        <source>take longer to bring back than their objective</source>
        <translation>brauchen länger für den Wiederanlauf, als ihre Zielzeit erlaubt</translation>
    </message>
    <message>
        <source>taken as a soft dependency, since it is mentioned in passing</source>
        <translation>als weiche Abhängigkeit genommen, da nur beiläufig erwähnt</translation>
    </message>
    <message>
        <source>targets met now</source>
        <translation>jetzt eingehaltene Ziele</translation>
    </message>
    <message>
        <source>targets missed by {text} in all, important tiers counted more</source>
        <translation>Ziele insgesamt um {text} verfehlt, wichtige Stufen stärker gezählt</translation>
    </message>
    <message>
        <source>task finished</source>
        <translation>Aufgabe erledigt</translation>
    </message>
    <message>
        <source>task started</source>
        <translation>Aufgabe begonnen</translation>
    </message>
    <message>
        <source>team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>teams</source>
        <translation>Teams</translation>
    </message>
    <message>
        <source>the JSON is nested too deeply to be a plan</source>
        <translation>das JSON ist für einen Plan zu tief verschachtelt</translation>
    </message>
    <message>
        <source>the RTO is more than what a service asks for that needs it through others</source>
        <translation>die RTO ist länger, als ein Service verlangt, der ihn über andere benötigt</translation>
    </message>
    <message>
        <source>the RTO is more than what a service that needs it asks for</source>
        <translation>die RTO ist länger, als ein Service verlangt, der ihn benötigt</translation>
    </message>
    <message>
        <source>the RTO leaves a service that needs it no time to restart</source>
        <translation>die RTO lässt einem Service, der ihn benötigt, keine Zeit zum Neustart</translation>
    </message>
    <message>
        <source>the RTO plus the work recovery time is more than the MTPD</source>
        <translation>die RTO plus die Nacharbeitszeit ist mehr als die MTPD</translation>
    </message>
    <message>
        <source>the cell above holds nothing that it could stand for</source>
        <translation>die Zelle darüber enthält nichts, wofür sie stehen könnte</translation>
    </message>
    <message>
        <source>the cell above is taken</source>
        <translation>die Zelle darüber gilt</translation>
    </message>
    <message>
        <source>the copies of {name}</source>
        <translation>den Kopien von {name}</translation>
    </message>
    <message>
        <source>the costs of all outages, added up</source>
        <translation>die Kosten aller Ausfälle, zusammengezählt</translation>
    </message>
    <message>
        <source>the data lost when all is restored from its most recent copies is more than the RPO</source>
        <translation>der Datenverlust bei Wiederherstellung aus den jüngsten Kopien ist größer als die RPO</translation>
    </message>
    <message>
        <source>the declaration, then mobilisation and the work of the longest chain of services that must be recovered one after the other, with enough people, if all of it is lost</source>
        <translation>die Ausrufung, dann Mobilisierung und Arbeit der längsten Kette von Services, die nacheinander wiederhergestellt werden müssen, mit genügend Personen, wenn alles davon verloren ist</translation>
    </message>
    <message>
        <source>the diagnosis was stopped</source>
        <translation>die Ursachensuche wurde angehalten</translation>
    </message>
    <message>
        <source>the disk is full; free some space and try again, nothing was changed</source>
        <translation>der Datenträger ist voll; schaffen Sie Platz und versuchen Sie es erneut, nichts wurde geändert</translation>
    </message>
    <message>
        <source>the disk reported an error; check the disk or network drive, and save a copy in another place</source>
        <translation>der Datenträger meldet einen Fehler; prüfen Sie Laufwerk oder Netzlaufwerk und speichern Sie eine Kopie an einem anderen Ort</translation>
    </message>
    <message>
        <source>the earliest of its own failure and, for every hard requirement, the loss of too many providers plus the tolerance</source>
        <translation>das Früheste aus eigenem Ausfall und, für jede harte Abhängigkeit, dem Verlust zu vieler Anbieter plus Toleranz</translation>
    </message>
    <message>
        <source>the earliest of its own loss, too many degraded providers of a hard requirement, and too many lost providers of a soft one</source>
        <translation>das Früheste aus eigenem Verlust, zu vielen eingeschränkten Anbietern einer harten Abhängigkeit und zu vielen verlorenen Anbietern einer weichen</translation>
    </message>
    <message>
        <source>the earliest time at which it is declared, everything is back that it needs to start, and every team has enough people free</source>
        <translation>der früheste Zeitpunkt, zu dem ausgerufen ist, alles zurück ist, was er zum Beginn benötigt, und jedes Team genügend freie Personen hat</translation>
    </message>
    <message>
        <source>the encrypted file was changed or is damaged, so nothing of it can be trusted; restore a backup or ask its sender for a fresh copy</source>
        <translation>die verschlüsselte Datei wurde verändert oder ist beschädigt, man kann ihr nicht trauen; spielen Sie eine Sicherung zurück oder bitten Sie den Absender um eine frische Kopie</translation>
    </message>
    <message>
        <source>the field {double} stands twice in one object</source>
        <translation>das Feld {double} steht zweimal in einem Objekt</translation>
    </message>
    <message>
        <source>the file is damaged; make a repaired copy of it or restore a backup</source>
        <translation>die Datei ist beschädigt; machen Sie eine reparierte Kopie oder spielen Sie eine Sicherung zurück</translation>
    </message>
    <message>
        <source>the file is damaged; make a repaired copy of it or restore a backup ({detail})</source>
        <translation>die Datei ist beschädigt; lassen Sie eine reparierte Kopie anlegen oder holen Sie eine Sicherung zurück ({detail})</translation>
    </message>
    <message>
        <source>the file is empty; restore a backup or ask for a fresh copy</source>
        <translation>die Datei ist leer; holen Sie eine Sicherung zurück oder bitten Sie um eine neue Kopie</translation>
    </message>
    <message>
        <source>the file or its folder is write-protected; save a copy in another folder</source>
        <translation>die Datei oder ihr Ordner ist schreibgeschützt; speichern Sie eine Kopie in einem anderen Ordner</translation>
    </message>
    <message>
        <source>the file was changed by another program since it was opened here; nothing is lost here, save a copy to keep your plan</source>
        <translation>die Datei wurde von einem anderen Programm geändert, seit sie hier offen ist; hier ist nichts verloren, speichern Sie eine Kopie, um Ihren Plan zu behalten</translation>
    </message>
    <message>
        <source>the file was removed, moved or replaced since it was opened here; nothing is lost, save a copy to keep your plan</source>
        <translation>die Datei wurde gelöscht, verschoben oder ersetzt, seit sie hier offen ist; nichts ist verloren, speichern Sie eine Kopie, um Ihren Plan zu behalten</translation>
    </message>
    <message>
        <source>the first loss of a provider of which there is a spare</source>
        <translation>der erste Verlust eines Anbieters, für den es eine Reserve gibt</translation>
    </message>
    <message>
        <source>the headings once more</source>
        <translation>noch einmal die Überschriften</translation>
    </message>
    <message>
        <source>the largest of its own loss (that of its consistency group, if it has one) and the losses that reach it through what it needs</source>
        <translation>das Größte aus eigenem Verlust (dem seiner Konsistenzgruppe, wenn es eine gibt) und den Verlusten, die ihn über das erreichen, was er benötigt</translation>
    </message>
    <message>
        <source>the later of the end of its work and the return of everything it needs to finish</source>
        <translation>das Spätere aus dem Ende seiner Arbeit und der Rückkehr von allem, was er zum Abschluss benötigt</translation>
    </message>
    <message>
        <source>the latest declaration with which the same order still meets every RTO that it meets now</source>
        <translation>das späteste Ausrufen, mit dem dieselbe Reihenfolge noch jede RTO einhält, die sie jetzt einhält</translation>
    </message>
    <message>
        <source>the latest end of its work with which its own target, and those of all services that wait for it, still hold</source>
        <translation>das späteste Ende seiner Arbeit, mit dem sein eigenes Ziel und die aller wartenden Services noch halten</translation>
    </message>
    <message>
        <source>the latest return of each trial; a percentile is the smallest that so many of 100 trials do not exceed</source>
        <translation>die späteste Rückkehr jedes Durchlaufs; ein Perzentil ist die kleinste, die so viele von 100 Durchläufen nicht überschreiten</translation>
    </message>
    <message>
        <source>the latest return; before it the critical path, each service the reason why the next could not begin</source>
        <translation>die späteste Rückkehr; davor der kritische Pfad, jeder Service der Grund, warum der nächste nicht früher beginnen konnte</translation>
    </message>
    <message>
        <source>the most its working time may grow, all else and the order unchanged, so that every RTO that is met now is still met</source>
        <translation>das Höchste, um das seine Arbeitszeit wachsen darf, alles andere und die Reihenfolge unverändert, sodass jede jetzt eingehaltene RTO eingehalten bleibt</translation>
    </message>
    <message>
        <source>the name is that of {where}, too; both are taken, and where others need that name, this one is meant. Name them differently, or remove one</source>
        <translation>so heißt auch {where}; beide werden übernommen, und wo andere diesen Namen brauchen, ist dieser hier gemeint. Benennen Sie sie verschieden, oder entfernen Sie einen</translation>
    </message>
    <message>
        <source>the name is too long; choose a shorter one</source>
        <translation>der Name ist zu lang; wählen Sie einen kürzeren</translation>
    </message>
    <message>
        <source>the name of an events list ends in .csv or .xlsx</source>
        <translation>der Name eines Drehbuchs endet auf .csv oder .xlsx</translation>
    </message>
    <message>
        <source>the number is too large</source>
        <translation>die Zahl ist zu groß</translation>
    </message>
    <message>
        <source>the packed file is damaged; export it again</source>
        <translation>die gepackte Datei ist beschädigt; exportieren Sie sie noch einmal</translation>
    </message>
    <message>
        <source>the page cannot be unpacked; save it again</source>
        <translation>die Seite lässt sich nicht entpacken; speichern Sie sie noch einmal</translation>
    </message>
    <message>
        <source>the page unpacks to more than can be read</source>
        <translation>die Seite wird entpackt größer, als gelesen werden kann</translation>
    </message>
    <message>
        <source>the passphrase is wrong; check it, also for capital letters and the keyboard&apos;s language</source>
        <translation>die Passphrase ist falsch; prüfen Sie sie, auch auf Großbuchstaben und die Sprache der Tastatur</translation>
    </message>
    <message>
        <source>the plan has no exercise yet; prepare one first</source>
        <translation>der Plan hat noch keine Übung; bereiten Sie zuerst eine vor</translation>
    </message>
    <message>
        <source>the plan has {name} back at T+{up_at}</source>
        <translation>nach dem Plan ist {name} bei T+{up_at} wieder da</translation>
    </message>
    <message>
        <source>the plan now has {services} and {requirements}</source>
        <translation>der Plan hat jetzt {services} und {requirements}</translation>
    </message>
    <message>
        <source>the plan&apos;s details</source>
        <translation>die Plandetails</translation>
    </message>
    <message>
        <source>the plan&apos;s value</source>
        <translation>der Wert des Plans</translation>
    </message>
    <message>
        <source>the sheet {name} has more than {most_cells:,} cells</source>
        <translation>das Blatt {name} hat mehr als {most_cells:,} Zellen</translation>
    </message>
    <message>
        <source>the shortest of its own RTO and what each dependant that cannot do without asks: its required RTO plus the tolerance minus its own restart, never less than the tolerance</source>
        <translation>das Kürzeste aus eigener RTO und dem, was jeder Abhängige verlangt, der nicht ohne ihn auskommt: dessen geforderte RTO plus Toleranz minus dessen eigener Neustart, nie weniger als die Toleranz</translation>
    </message>
    <message>
        <source>the smallest outage that so many of 100 trials do not exceed, each with working times drawn anew</source>
        <translation>der kleinste Ausfall, den so viele von 100 Durchläufen nicht überschreiten, jeder mit neu gezogenen Arbeitszeiten</translation>
    </message>
    <message>
        <source>the system refused it: {reason}</source>
        <translation>das System hat es abgelehnt: {reason}</translation>
    </message>
    <message>
        <source>the table of {name} holds values of a wrong type</source>
        <translation>die Tabelle {name} enthält Werte eines falschen Typs</translation>
    </message>
    <message>
        <source>the text holds characters that cannot be stored (NUL or half a pair)</source>
        <translation>der Text enthält Zeichen, die sich nicht speichern lassen (NUL oder halbe Paare)</translation>
    </message>
    <message>
        <source>the text is not UTF-8; save it as UTF-8</source>
        <translation>der Text ist nicht UTF-8; speichern Sie als UTF-8</translation>
    </message>
    <message>
        <source>the time to be back, if it and everything it needs fail, is more than the RTO</source>
        <translation>die Zeit bis zur Rückkehr, wenn er und alles ausfällt, was er benötigt, ist länger als die RTO</translation>
    </message>
    <message>
        <source>the trials in which it lies on the critical path, of all trials</source>
        <translation>die Durchläufe, in denen er auf dem kritischen Pfad liegt, von allen Durchläufen</translation>
    </message>
    <message>
        <source>the trials whose outage is not longer than the RTO, of all trials</source>
        <translation>die Durchläufe, deren Ausfall nicht länger als die RTO ist, von allen Durchläufen</translation>
    </message>
    <message>
        <source>the trials whose outage plus the work recovery time is not longer than the MTPD, of all trials</source>
        <translation>die Durchläufe, deren Ausfall samt Nacharbeitszeit nicht länger als die MTPD ist, von allen Durchläufen</translation>
    </message>
    <message>
        <source>the worst that happens: down, or else degraded, or else at risk, or else up</source>
        <translation>das Schlimmste, was geschieht: ausgefallen, sonst eingeschränkt, sonst gefährdet, sonst in Betrieb</translation>
    </message>
    <message>
        <source>the {limit} that {name} leaves it</source>
        <translation>die {limit}, die {name} ihm lässt</translation>
    </message>
    <message>
        <source>there</source>
        <translation>vorhanden</translation>
    </message>
    <message>
        <source>there is a file of that name already; choose another name</source>
        <translation>es gibt schon eine Datei dieses Namens; wählen Sie einen anderen</translation>
    </message>
    <message>
        <source>there is no file in it that can be read</source>
        <translation>darin ist keine lesbare Datei</translation>
    </message>
    <message>
        <source>there is no such file or folder; check the name</source>
        <translation>diese Datei oder diesen Ordner gibt es nicht; prüfen Sie den Namen</translation>
    </message>
    <message>
        <source>there is no such folder; check the name or create the folder</source>
        <translation>diesen Ordner gibt es nicht; prüfen Sie den Namen oder legen Sie den Ordner an</translation>
    </message>
    <message>
        <source>there is no version “{name}”; choose one of the list</source>
        <translation>es gibt keine Version „{name}“; wählen Sie eine aus der Liste</translation>
    </message>
    <message>
        <source>there is not enough memory for its passphrase; close other programs and try again</source>
        <translation>der Arbeitsspeicher reicht für ihr Kennwort nicht; schließen Sie andere Programme und versuchen Sie es erneut</translation>
    </message>
    <message>
        <source>there is not enough memory; close other programs and try again</source>
        <translation>der Arbeitsspeicher reicht nicht; schließen Sie andere Programme und versuchen Sie es erneut</translation>
    </message>
    <message>
        <source>this computer is too busy to work with its passphrase now; close other programs and try again</source>
        <translation>dieser Computer ist gerade zu beschäftigt, um mit ihrer Passphrase zu arbeiten; schließen Sie andere Programme und versuchen Sie es erneut</translation>
    </message>
    <message>
        <source>this is proven</source>
        <translation>das ist bewiesen</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>zu tun</translation>
    </message>
    <message>
        <source>to spare for {key}</source>
        <translation>Reserve von {key}</translation>
    </message>
    <message>
        <source>too many tables</source>
        <translation>zu viele Tabellen</translation>
    </message>
    <message>
        <source>uncontrolled</source>
        <translation>nicht gelenkt</translation>
    </message>
    <message>
        <source>under way since {at}</source>
        <translation>in Arbeit seit {at}</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>unknown, counts as 0</source>
        <translation>unbekannt, zählt als 0</translation>
    </message>
    <message>
        <source>up to {order}</source>
        <translation>bis {order}</translation>
    </message>
    <message>
        <source>version: expected {version}, {found}</source>
        <translation>version: erwartet wird {version}, {found}</translation>
    </message>
    <message>
        <source>version: {version} is {advice}</source>
        <translation>version: {version} ist {advice}</translation>
    </message>
    <message>
        <source>vital record</source>
        <translation>Wichtige Unterlage</translation>
    </message>
    <message>
        <source>void</source>
        <translation>ungültig</translation>
    </message>
    <message>
        <source>waits for the declaration</source>
        <translation>wartet auf die Ausrufung</translation>
    </message>
    <message>
        <source>waits for {ids}</source>
        <translation>wartet auf {ids}</translation>
    </message>
    <message>
        <source>waits for {name}{busy}</source>
        <translation>wartet auf {name}{busy}</translation>
    </message>
    <message>
        <source>wall {at}</source>
        <translation>Uhrzeit {at}</translation>
    </message>
    <message>
        <source>was {level}</source>
        <translation>war {level}</translation>
    </message>
    <message>
        <source>what is known, and when they will hear more</source>
        <translation>was bekannt ist und wann sie mehr hören</translation>
    </message>
    <message>
        <source>what it needs</source>
        <translation>dem, was er benötigt</translation>
    </message>
    <message>
        <source>when people of {team} are done with {who}</source>
        <translation>wenn Personen von {team} mit {who} fertig sind</translation>
    </message>
    <message>
        <source>when people of {team} are ready</source>
        <translation>wenn Personen von {team} bereit sind</translation>
    </message>
    <message>
        <source>when {who} is back</source>
        <translation>wenn {who} zurück ist</translation>
    </message>
    <message>
        <source>with the declaration</source>
        <translation>mit dem Ausrufen</translation>
    </message>
    <message>
        <source>within</source>
        <translation>im</translation>
    </message>
    <message>
        <source>within {horizon}</source>
        <translation>innerhalb von {horizon}</translation>
    </message>
    <message>
        <source>without comparison</source>
        <translation>ohne Vergleich</translation>
    </message>
    <message>
        <source>without end</source>
        <translation>ohne Ende</translation>
    </message>
    <message>
        <source>words, separated by commas</source>
        <translation>Wörter, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>work ends at</source>
        <translation>Arbeit endet bei</translation>
    </message>
    <message>
        <source>work recovery time</source>
        <translation>Nacharbeitszeit</translation>
    </message>
    <message>
        <source>work starts at {start} ({why_not_sooner})</source>
        <translation>Arbeit beginnt bei {start} ({why_not_sooner})</translation>
    </message>
    <message>
        <source>working time now</source>
        <translation>Arbeitszeit jetzt</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>schlechter</translation>
    </message>
    <message>
        <source>worst</source>
        <translation>schlecht</translation>
    </message>
    <message>
        <source>worst case</source>
        <translation>ungünstigster Fall</translation>
    </message>
    <message>
        <source>write their steps down</source>
        <translation>ihre Schritte aufschreiben</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>you have no permission to open it; ask for access or copy it to a folder of yours</source>
        <translation>Sie dürfen sie nicht öffnen; bitten Sie um Zugriff oder kopieren Sie sie in einen eigenen Ordner</translation>
    </message>
    <message>
        <source>your data folder</source>
        <translation>Ihrem Datenordner</translation>
    </message>
    <message>
        <source>your own order</source>
        <translation>Ihre eigene Reihenfolge</translation>
    </message>
    <message>
        <source>{age}, old</source>
        <translation>{age}, veraltet</translation>
    </message>
    <message>
        <source>{at}: {name} goes down</source>
        <translation>{at}: {name} fällt aus</translation>
    </message>
    <message>
        <source>{audience} by {at}</source>
        <translation>{audience} bis {at}</translation>
    </message>
    <message>
        <source>{audience} by {at} – overdue</source>
        <translation>{audience} bis {at} – überfällig</translation>
    </message>
    <message>
        <source>{before} until work can begin</source>
        <translation>{before}, bis die Arbeit beginnen kann</translation>
    </message>
    <message>
        <source>{bins:,} trials ({share}): {low} to {high}</source>
        <translation>{bins:,} Durchläufe ({share}): {low} bis {high}</translation>
    </message>
    <message>
        <source>{category} after {after}: {said}</source>
        <translation>{category} nach {after}: {said}</translation>
    </message>
    <message>
        <source>{cell} is neither yes nor no</source>
        <translation>{cell} ist weder ja noch nein</translation>
    </message>
    <message>
        <source>{cell} is not a number</source>
        <translation>{cell} ist keine Zahl</translation>
    </message>
    <message>
        <source>{cell} is not two numbers</source>
        <translation>{cell} sind nicht zwei Zahlen</translation>
    </message>
    <message>
        <source>{changed} changed, {added} added, {kept} left alone.</source>
        <translation>{changed} geändert, {added} hinzugefügt, {kept} unverändert gelassen.</translation>
    </message>
    <message>
        <source>{chosen:,} selected</source>
        <translation>{chosen:,} ausgewählt</translation>
    </message>
    <message>
        <source>{cost_per_hour:,} an hour</source>
        <translation>{cost_per_hour:,} pro Stunde</translation>
    </message>
    <message>
        <source>{count} for the log, which undo does not take back. It begins:

{first}</source>
        <translation>{count} für das Protokoll, die Rückgängig nicht zurücknimmt. Es beginnt:

{first}</translation>
    </message>
    <message>
        <source>{count} kept as evidence.</source>
        <translation>{count} als Nachweis behalten.</translation>
    </message>
    <message>
        <source>{count} since the list was made. What somebody has edited by hand is not ticked: taking it over loses that edit.</source>
        <translation>{count}, seit die Liste erstellt wurde. Was von Hand bearbeitet ist, ist nicht angehakt: Beim Übernehmen geht diese Änderung verloren.</translation>
    </message>
    <message>
        <source>{count} will be kept with the day of the event. They can be used to set estimates anew, and count as old after a year.</source>
        <translation>{count} werden mit dem Tag des Ereignisses behalten. Mit ihnen lassen sich Schätzungen neu setzen; nach einem Jahr gelten sie als veraltet.</translation>
    </message>
    <message>
        <source>{count}, none was changed.</source>
        <translation>{count}, keiner wurde geändert.</translation>
    </message>
    <message>
        <source>{date} is a date, not a duration such as 4 h</source>
        <translation>{date} ist ein Datum, keine Dauer wie 4 Std.</translation>
    </message>
    <message>
        <source>{day} (old)</source>
        <translation>{day} (veraltet)</translation>
    </message>
    <message>
        <source>{dependant} needs {needed}</source>
        <translation>{dependant} benötigt {needed}</translation>
    </message>
    <message>
        <source>{dependant} needs {needed} of: {names}</source>
        <translation>{dependant} benötigt {needed} von: {names}</translation>
    </message>
    <message>
        <source>{dependant} needs {some}{names}</source>
        <translation>{dependant} benötigt {some}{names}</translation>
    </message>
    <message>
        <source>{deputies} takes over and says so; the change is logged with its time.</source>
        <translation>{deputies} übernimmt und sagt es; der Wechsel wird mit Uhrzeit protokolliert.</translation>
    </message>
    <message>
        <source>{done} of {all} in the last year. A bar is full on the day of an exercise and empty a year later; those waiting longest come first.</source>
        <translation>{done} von {all} im letzten Jahr. Ein Balken ist am Tag einer Übung voll und ein Jahr später leer; die am längsten Wartenden zuerst.</translation>
    </message>
    <message>
        <source>{down} down</source>
        <translation>{down} ausgefallen</translation>
    </message>
    <message>
        <source>{end} is neither in these files nor in the plan</source>
        <translation>{end} ist weder in diesen Dateien noch im Plan</translation>
    </message>
    <message>
        <source>{error}; the rest is taken</source>
        <translation>{error}; der Rest wird übernommen</translation>
    </message>
    <message>
        <source>{error}; the rest of the row is taken</source>
        <translation>{error}; der Rest der Zeile wird übernommen</translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation>{first} und {last}</translation>
    </message>
    <message>
        <source>{found:,} found{cut}</source>
        <translation>{found:,} gefunden{cut}</translation>
    </message>
    <message>
        <source>{held} hands over to {taker}</source>
        <translation>{held} übergibt an {taker}</translation>
    </message>
    <message>
        <source>{help} The figure after ± is the standard error: more trials, smaller.</source>
        <translation>{help} Die Zahl nach ± ist der Standardfehler: je mehr Durchläufe, desto kleiner.</translation>
    </message>
    <message>
        <source>{id} is already among the {table}; choose another id</source>
        <translation>{id} gibt es unter {table} bereits; wählen Sie eine andere ID</translation>
    </message>
    <message>
        <source>{join} and {more} more</source>
        <translation>{join} und {more} weitere</translation>
    </message>
    <message>
        <source>{join} and {names}</source>
        <translation>{join} und {names}</translation>
    </message>
    <message>
        <source>{key} decides the end in</source>
        <translation>{key} bestimmt das Ende in</translation>
    </message>
    <message>
        <source>{key} is back at</source>
        <translation>{key} ist wieder da bei</translation>
    </message>
    <message>
        <source>{key} is late by</source>
        <translation>{key} ist zu spät um</translation>
    </message>
    <message>
        <source>{key} is left out by the mapping</source>
        <translation>{key} ist durch die Zuordnung ausgelassen</translation>
    </message>
    <message>
        <source>{key} is neither in these files nor in the plan</source>
        <translation>{key} ist weder in diesen Dateien noch im Plan</translation>
    </message>
    <message>
        <source>{key} is no service of the plan</source>
        <translation>{key} ist kein Service des Plans</translation>
    </message>
    <message>
        <source>{kind} is no kind of entry: {join}</source>
        <translation>{kind} ist keine Art von Eintrag: {join}</translation>
    </message>
    <message>
        <source>{kind} is no kind of event: {join}</source>
        <translation>{kind} ist keine Art von Ereignis: {join}</translation>
    </message>
    <message>
        <source>{label} are edited in the inspector.</source>
        <translation>{label} bearbeiten Sie in den Eigenschaften.</translation>
    </message>
    <message>
        <source>{label} is text, which cannot be compared; type {field}:… instead.</source>
        <translation>{label} ist Text, der sich nicht vergleichen lässt; tippen Sie stattdessen {field}:….</translation>
    </message>
    <message>
        <source>{label} likely</source>
        <translation>{label} wahrscheinlich</translation>
    </message>
    <message>
        <source>{label} must be a whole number.</source>
        <translation>{label} muss eine ganze Zahl sein.</translation>
    </message>
    <message>
        <source>{label} must be {limit}.</source>
        <translation>{label} muss {limit} sein.</translation>
    </message>
    <message>
        <source>{label} must name at least one.</source>
        <translation>{label} muss mindestens eine Angabe enthalten.</translation>
    </message>
    <message>
        <source>{label}, all that are selected.</source>
        <translation>{label}, alle ausgewählten.</translation>
    </message>
    <message>
        <source>{label}, column {heading} (note)</source>
        <translation>{label}, Spalte {heading} (Kommentar)</translation>
    </message>
    <message>
        <source>{label}, {added}</source>
        <translation>{label}, {added}</translation>
    </message>
    <message>
        <source>{label}: at least one is needed.</source>
        <translation>{label}: Mindestens eine Angabe ist nötig.</translation>
    </message>
    <message>
        <source>{lasts}, its tolerance: its restart takes longer than its objective</source>
        <translation>{lasts}, seine Toleranz: Sein Neustart dauert länger als sein Ziel</translation>
    </message>
    <message>
        <source>{last} is the last to be back, at {least}{makespan}.</source>
        <translation>{last} ist als Letzter zurück, bei {least}{makespan}.</translation>
    </message>
    <message>
        <source>{late} of {judged} missed</source>
        <translation>{late} von {judged} verfehlt</translation>
    </message>
    <message>
        <source>{length} later</source>
        <translation>{length} später</translation>
    </message>
    <message>
        <source>{length} sooner</source>
        <translation>{length} früher</translation>
    </message>
    <message>
        <source>{len} more services each take tier 1 services down alone: {names}.</source>
        <translation>{len} weitere Services reißen jeweils allein Services der Stufe 1 mit: {names}.</translation>
    </message>
    <message>
        <source>{len} more services have backups older than their RPO: {rest}.</source>
        <translation>{len} weitere Services haben Sicherungen, die älter als ihre RPO sind: {rest}.</translation>
    </message>
    <message>
        <source>{len} more services {what}: {rest}.</source>
        <translation>{len} weitere Services {what}: {rest}.</translation>
    </message>
    <message>
        <source>{len} services have {lacks}: {services}.</source>
        <translation>{len} Services haben {lacks}: {services}.</translation>
    </message>
    <message>
        <source>{len} tier 1 services: {lost}</source>
        <translation>{len} Services der Stufe 1: {lost}</translation>
    </message>
    <message>
        <source>{limit} + {lasts} tolerance = {asked}</source>
        <translation>{limit} + {lasts} Toleranz = {asked}</translation>
    </message>
    <message>
        <source>{limit} + {lasts} tolerance − {restart} restart = {asked}</source>
        <translation>{limit} + {lasts} Toleranz − {restart} Neustart = {asked}</translation>
    </message>
    <message>
        <source>{limit} − {restart} restart = {asked}</source>
        <translation>{limit} − {restart} Neustart = {asked}</translation>
    </message>
    <message>
        <source>{links} not shown</source>
        <translation>{links} nicht gezeigt</translation>
    </message>
    <message>
        <source>{listed} wait for each other. How do you break the circle?</source>
        <translation>{listed} warten aufeinander. Wie durchbrechen Sie den Kreis?</translation>
    </message>
    <message>
        <source>{members} need each other in a circle.</source>
        <translation>{members} benötigen einander im Kreis.</translation>
    </message>
    <message>
        <source>{members} services</source>
        <translation>{members} Services</translation>
    </message>
    <message>
        <source>{moment} or later</source>
        <translation>{moment} oder später</translation>
    </message>
    <message>
        <source>{names} and {more} more</source>
        <translation>{names} und {more} weitere</translation>
    </message>
    <message>
        <source>{name} alone takes down {tier_one}</source>
        <translation>{name} allein reißt mit: {tier_one}</translation>
    </message>
    <message>
        <source>{name} comes first</source>
        <translation>{name} kommt zuerst</translation>
    </message>
    <message>
        <source>{name} goes down at {at} because {provider} is lost at {lost_at}, and it carries on for {tolerance} without.</source>
        <translation>{name} fällt bei {at} aus, weil {provider} bei {lost_at} verloren geht und er {tolerance} ohne ihn weiterarbeitet.</translation>
    </message>
    <message>
        <source>{name} goes down at {at} because {provider} is lost at {lost_at}, one of {listed}, and it carries on for {tolerance} without.</source>
        <translation>{name} fällt bei {at} aus, weil {provider}, einer von {listed}, bei {lost_at} verloren geht und er {tolerance} ohne ihn weiterarbeitet.</translation>
    </message>
    <message>
        <source>{name} goes down at {at} because {provider} is lost at {lost_at}, one of {listed}.</source>
        <translation>{name} fällt bei {at} aus, weil {provider} bei {lost_at} verloren geht, einer von {listed}.</translation>
    </message>
    <message>
        <source>{name} goes down at {at} because {provider} is lost at {lost_at}.</source>
        <translation>{name} fällt bei {at} aus, weil {provider} bei {lost_at} verloren geht.</translation>
    </message>
    <message>
        <source>{name} goes down at {at}.</source>
        <translation>{name} fällt bei {at} aus.</translation>
    </message>
    <message>
        <source>{name} has an RPO of {rpo}, but {driver}, which needs it, may lose {required} of data at most ({path}).</source>
        <translation>{name} hat eine RPO von {rpo}, aber {driver}, der ihn benötigt, darf höchstens {required} an Daten verlieren ({path}).</translation>
    </message>
    <message>
        <source>{name} has an RTO of {own}, but {driver}, which needs it{by_way}, has an RTO of {target} and needs it back within {asked}.</source>
        <translation>{name} hat eine RTO von {own}, aber {driver}, der ihn benötigt{by_way}, hat eine RTO von {target} und braucht ihn innerhalb von {asked} zurück.</translation>
    </message>
    <message>
        <source>{name} has an RTO of {own}, but {driver}, with an RTO of {target}, needs it back within {asked}: no single link is wrong, the time adds up along {path}.</source>
        <translation>{name} hat eine RTO von {own}, aber {driver}, mit einer RTO von {target}, braucht ihn innerhalb von {asked} zurück: Kein einzelnes Glied ist falsch, die Zeit summiert sich entlang {path}.</translation>
    </message>
    <message>
        <source>{name} has an RTO of {own}, which leaves {driver} no time to restart: with an RTO of {target} it needs {name} back within {asked}{by_way}.</source>
        <translation>{name} hat eine RTO von {own}, die {driver} keine Zeit für den Neustart lässt: Mit einer RTO von {target} braucht er {name} innerhalb von {asked} zurück{by_way}.</translation>
    </message>
    <message>
        <source>{name} has an RTO of {rto}{catching_up}, more than its maximum tolerable period of disruption of {mtpd}.</source>
        <translation>{name} hat eine RTO von {rto}{catching_up}, mehr als seine maximal tolerierbare Ausfallzeit (MTPD) von {mtpd}.</translation>
    </message>
    <message>
        <source>{name} has {lacks}{detail}.</source>
        <translation>{name} hat {lacks}{detail}.</translation>
    </message>
    <message>
        <source>{name} is at risk at {at} because {provider} is lost at {lost_at}, and it carries on for {tolerance} without.</source>
        <translation>{name} ist ab {at} gefährdet, weil {provider} bei {lost_at} verloren geht und er {tolerance} ohne ihn weiterarbeitet.</translation>
    </message>
    <message>
        <source>{name} is at risk at {at} because {provider} is lost at {lost_at}, one of {listed}, and it carries on for {tolerance} without.</source>
        <translation>{name} ist ab {at} gefährdet, weil {provider}, einer von {listed}, bei {lost_at} verloren geht und er {tolerance} ohne ihn weiterarbeitet.</translation>
    </message>
    <message>
        <source>{name} is at risk at {at} because {provider} is lost at {lost_at}, one of {listed}.</source>
        <translation>{name} ist ab {at} gefährdet, weil {provider} bei {lost_at} verloren geht, einer von {listed}.</translation>
    </message>
    <message>
        <source>{name} is at risk at {at} because {provider} is lost at {lost_at}.</source>
        <translation>{name} ist ab {at} gefährdet, weil {provider} bei {lost_at} verloren geht.</translation>
    </message>
    <message>
        <source>{name} is at risk at {at}.</source>
        <translation>{name} ist ab {at} gefährdet.</translation>
    </message>
    <message>
        <source>{name} is degraded at {at} because {provider} is lost at {lost_at}, and it carries on for {tolerance} without.</source>
        <translation>{name} ist ab {at} eingeschränkt, weil {provider} bei {lost_at} verloren geht und er {tolerance} ohne ihn weiterarbeitet.</translation>
    </message>
    <message>
        <source>{name} is degraded at {at} because {provider} is lost at {lost_at}, one of {listed}, and it carries on for {tolerance} without.</source>
        <translation>{name} ist ab {at} eingeschränkt, weil {provider}, einer von {listed}, bei {lost_at} verloren geht und er {tolerance} ohne ihn weiterarbeitet.</translation>
    </message>
    <message>
        <source>{name} is degraded at {at} because {provider} is lost at {lost_at}, one of {listed}.</source>
        <translation>{name} ist ab {at} eingeschränkt, weil {provider} bei {lost_at} verloren geht, einer von {listed}.</translation>
    </message>
    <message>
        <source>{name} is degraded at {at} because {provider} is lost at {lost_at}.</source>
        <translation>{name} ist ab {at} eingeschränkt, weil {provider} bei {lost_at} verloren geht.</translation>
    </message>
    <message>
        <source>{name} is degraded at {at}.</source>
        <translation>{name} ist ab {at} eingeschränkt.</translation>
    </message>
    <message>
        <source>{name} is no format that can be read; {choose_reader}</source>
        <translation>{name} ist kein lesbares Format; {choose_reader}</translation>
    </message>
    <message>
        <source>{name} is not a number that a plan may hold</source>
        <translation>{name} ist keine Zahl, die ein Plan enthalten darf</translation>
    </message>
    <message>
        <source>{name} is open already.</source>
        <translation>{name} ist bereits geöffnet.</translation>
    </message>
    <message>
        <source>{name} is there already; replace it?</source>
        <translation>{name} gibt es schon; ersetzen?</translation>
    </message>
    <message>
        <source>{name} loses {loss} of data when restored from {where}, more than its RPO of {figure}.</source>
        <translation>{name} verliert {loss} an Daten bei Wiederherstellung aus {where}, mehr als seine RPO von {figure}.</translation>
    </message>
    <message>
        <source>{name} must be back within {required} because {driver} has an RTO of {target} ({path}).</source>
        <translation>{name} muss innerhalb von {required} zurück sein, weil {driver} eine RTO von {target} hat ({path}).</translation>
    </message>
    <message>
        <source>{name} must be back within {required}, its own RTO.</source>
        <translation>{name} muss innerhalb von {required} zurück sein, seiner eigenen RTO.</translation>
    </message>
    <message>
        <source>{name} needs {needed} of {providers}, but losing {name2} alone takes too many of them down{others}.</source>
        <translation>{name} benötigt {needed} von {providers}, aber der Verlust von {name2} allein legt zu viele davon lahm{others}.</translation>
    </message>
    <message>
        <source>{name} needs {needs}, goes down at {moment}.</source>
        <translation>{name} benötigt {needs}, fällt bei {moment} aus.</translation>
    </message>
    <message>
        <source>{name} needs {needs}, is at risk at {moment}.</source>
        <translation>{name} benötigt {needs}, ist bei {moment} gefährdet.</translation>
    </message>
    <message>
        <source>{name} needs {needs}, is degraded at {moment}.</source>
        <translation>{name} benötigt {needs}, ist bei {moment} eingeschränkt.</translation>
    </message>
    <message>
        <source>{name} needs {needs}, lasts {lasts} without and goes down at {moment}.</source>
        <translation>{name} benötigt {needs}, hält {lasts} ohne durch und fällt bei {moment} aus.</translation>
    </message>
    <message>
        <source>{name} needs {needs}, lasts {lasts} without and is at risk at {moment}.</source>
        <translation>{name} benötigt {needs}, hält {lasts} ohne durch und ist bei {moment} gefährdet.</translation>
    </message>
    <message>
        <source>{name} needs {needs}, lasts {lasts} without and is degraded at {moment}.</source>
        <translation>{name} benötigt {needs}, hält {lasts} ohne durch und ist bei {moment} eingeschränkt.</translation>
    </message>
    <message>
        <source>{name} needs {people} of {title}, which has {has}: its recovery can never begin.</source>
        <translation>{name} benötigt {people} von {title}, das {has} hat: Sein Wiederanlauf kann nie beginnen.</translation>
    </message>
    <message>
        <source>{name} needs {providers}</source>
        <translation>{name} benötigt {providers}</translation>
    </message>
    <message>
        <source>{name} never {words}.</source>
        <translation>Bei {name} gilt nie: {words}.</translation>
    </message>
    <message>
        <source>{name} rides through: what it needs is back before its tolerance ends.</source>
        <translation>{name} überbrückt: Was er benötigt, ist zurück, bevor seine Toleranz endet.</translation>
    </message>
    <message>
        <source>{name} takes {least}{alone} to bring back ({join}), longer than {asked}.</source>
        <translation>{name} braucht {least}{alone}, um zurückzukommen ({join}), länger als {asked}.</translation>
    </message>
    <message>
        <source>{name} was sent to the printer.</source>
        <translation>{name} wurde an den Drucker gesendet.</translation>
    </message>
    <message>
        <source>{name} written.</source>
        <translation>{name} geschrieben.</translation>
    </message>
    <message>
        <source>{name} {words} at {value}{because}.</source>
        <translation>{name} {words} bei {value}{because}.</translation>
    </message>
    <message>
        <source>{name}, a tier 1 service</source>
        <translation>{name}, ein Service der Stufe 1</translation>
    </message>
    <message>
        <source>{name}: a drawing is saved as .svg, .png or .pdf; choose one</source>
        <translation>{name}: Eine Zeichnung wird als .svg, .png oder .pdf gespeichert; wählen Sie eine Endung</translation>
    </message>
    <message>
        <source>{name}: drag it onto the canvas, or click</source>
        <translation>{name}: auf die Zeichenfläche ziehen oder klicken</translation>
    </message>
    <message>
        <source>{name}: expected a list in brackets</source>
        <translation>{name}: erwartet wird eine Liste in Klammern</translation>
    </message>
    <message>
        <source>{name}: lost at {down_at}</source>
        <translation>{name}: verloren bei {down_at}</translation>
    </message>
    <message>
        <source>{name}: measured {before} before it was done; after it: {after}.</source>
        <translation>{name}: gemessen {before} vor der Erledigung; danach: {after}.</translation>
    </message>
    <message>
        <source>{name}: no list of the plan</source>
        <translation>{name}: keine Liste des Plans</translation>
    </message>
    <message>
        <source>{name}: some rows cannot be read</source>
        <translation>{name}: einige Zeilen sind nicht lesbar</translation>
    </message>
    <message>
        <source>{name}: the rows cannot be read</source>
        <translation>{name}: die Zeilen sind nicht lesbar</translation>
    </message>
    <message>
        <source>{name}: there is a row without readable text</source>
        <translation>{name}: eine Zeile hat keinen lesbaren Text</translation>
    </message>
    <message>
        <source>{name}: {low} to {high}</source>
        <translation>{name}: {low} bis {high}</translation>
    </message>
    <message>
        <source>{name}: {pages} written.</source>
        <translation>{name}: {pages} geschrieben.</translation>
    </message>
    <message>
        <source>{name}{place}{mark} – Business Continuity Planner</source>
        <translation>{name}{place}{mark} – Business Continuity Planner</translation>
    </message>
    <message>
        <source>{needed} of {names}</source>
        <translation>{needed} von {names}</translation>
    </message>
    <message>
        <source>{needed} of {providers}</source>
        <translation>{needed} von {providers}</translation>
    </message>
    <message>
        <source>{needed} of {providers}: </source>
        <translation>{needed} von {providers}: </translation>
    </message>
    <message>
        <source>{new} is already among the {table}; choose another id</source>
        <translation>{new} gibt es unter {table} bereits; wählen Sie eine andere ID</translation>
    </message>
    <message>
        <source>{number:,} of order {order}</source>
        <translation>{number:,} der Ordnung {order}</translation>
    </message>
    <message>
        <source>{number} is no usable duration</source>
        <translation>{number} ist keine brauchbare Dauer</translation>
    </message>
    <message>
        <source>{open} open, {overdue} overdue, {again} re-opened; {verified} verified by re-test.</source>
        <translation>{open} offen, {overdue} überfällig, {again} wieder geöffnet; {verified} durch erneuten Test nachgewiesen.</translation>
    </message>
    <message>
        <source>{other} needs {title}</source>
        <translation>{other} benötigt {title}</translation>
    </message>
    <message>
        <source>{part} of {whole}</source>
        <translation>{part} von {whole}</translation>
    </message>
    <message>
        <source>{path}.fails[{index}].service: {service} fails twice</source>
        <translation>{path}.fails[{index}].service: {service} fällt zweimal aus</translation>
    </message>
    <message>
        <source>{path}.id: {record_id} is already used by {name}[{first}]</source>
        <translation>{path}.id: {record_id} ist schon vergeben an {name}[{first}]</translation>
    </message>
    <message>
        <source>{path}.needs: {needs} of {len} providers cannot be met</source>
        <translation>{path}.needs: {needs} von {len} Anbietern lassen sich nicht erfüllen</translation>
    </message>
    <message>
        <source>{path}.providers: {dependant} cannot be its own provider</source>
        <translation>{path}.providers: {dependant} kann nicht sein eigener Anbieter sein</translation>
    </message>
    <message>
        <source>{path}.{inner}: {item} is not among the {target}</source>
        <translation>{path}.{inner}: {item} gehört nicht zu {target}</translation>
    </message>
    <message>
        <source>{path}: expected an object in braces</source>
        <translation>{path}: erwartet wird ein Objekt in geschweiften Klammern</translation>
    </message>
    <message>
        <source>{path}: not a usable file name; choose another</source>
        <translation>{path}: kein brauchbarer Dateiname; wählen Sie einen anderen</translation>
    </message>
    <message>
        <source>{path}: the drawing could not be written; choose another place</source>
        <translation>{path}: Die Zeichnung konnte nicht geschrieben werden; wählen Sie einen anderen Ort</translation>
    </message>
    <message>
        <source>{path}: this is not a usable file name</source>
        <translation>{path}: Das ist kein brauchbarer Dateiname</translation>
    </message>
    <message>
        <source>{path}: {value}; choose another place</source>
        <translation>{path}: {value}; wählen Sie einen anderen Ort</translation>
    </message>
    <message>
        <source>{percent} % done</source>
        <translation>{percent} % erledigt</translation>
    </message>
    <message>
        <source>{place:,} of {total:,}</source>
        <translation>{place:,} von {total:,}</translation>
    </message>
    <message>
        <source>{place} of {total}</source>
        <translation>{place} von {total}</translation>
    </message>
    <message>
        <source>{plans};;Other programs&apos; files ({others});;All files (*)</source>
        <translation>{plans};;Dateien anderer Programme ({others});;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>{points} points are still to be won. What was measured counts most; what there is nothing to count of neither wins nor loses.</source>
        <translation>{points} Punkte sind noch zu gewinnen. Gemessenes zählt am meisten; was nichts zu zählen hat, gewinnt und verliert nichts.</translation>
    </message>
    <message>
        <source>{problems}; nothing was changed</source>
        <translation>{problems}; nichts wurde geändert</translation>
    </message>
    <message>
        <source>{provider} is lost at</source>
        <translation>{provider} ist verloren bei</translation>
    </message>
    <message>
        <source>{record_id} is not among the {table} any more</source>
        <translation>{record_id} gehört nicht mehr zu {table}</translation>
    </message>
    <message>
        <source>{relaxed} set aside, because services wait for each other in a circle</source>
        <translation>{relaxed} beiseitegelassen, weil Services im Kreis aufeinander warten</translation>
    </message>
    <message>
        <source>{rest} more</source>
        <translation>{rest} weitere</translation>
    </message>
    <message>
        <source>{said}, and {more} one by one</source>
        <translation>{said} und {more} einzeln</translation>
    </message>
    <message>
        <source>{said}, still looking for a better one …</source>
        <translation>{said}, eine bessere wird noch gesucht …</translation>
    </message>
    <message>
        <source>{said}.

Shall everything that can still be read be put into a new plan?</source>
        <translation>{said}.

Soll alles, was noch lesbar ist, in einen neuen Plan übernommen werden?</translation>
    </message>
    <message>
        <source>{selected:,} selected</source>
        <translation>{selected:,} ausgewählt</translation>
    </message>
    <message>
        <source>{service_id} does not go down in this event; choose one that does</source>
        <translation>{service_id} fällt in diesem Ereignis nicht aus; wählen Sie einen, der ausfällt</translation>
    </message>
    <message>
        <source>{service_id} is not affected.</source>
        <translation>{service_id} ist nicht betroffen.</translation>
    </message>
    <message>
        <source>{services} services</source>
        <translation>{services} Services</translation>
    </message>
    <message>
        <source>{service} fails at {down_at}.</source>
        <translation>{service} fällt bei {down_at} aus.</translation>
    </message>
    <message>
        <source>{service} has {total} minimal cut sets, too many to list; choose a lower order</source>
        <translation>{service} hat {total} Minimalschnitte, zu viele zum Aufführen; wählen Sie eine kleinere Ordnung</translation>
    </message>
    <message>
        <source>{service} is named in two states; name it once</source>
        <translation>{service} ist in zwei Zuständen genannt; nennen Sie ihn einmal</translation>
    </message>
    <message>
        <source>{service} is not a service of the plan</source>
        <translation>{service} ist kein Service des Plans</translation>
    </message>
    <message>
        <source>{shown:,} of {total:,} services</source>
        <translation>{shown:,} von {total:,} Services</translation>
    </message>
    <message>
        <source>{shown:,} of {total:,} services are shown.</source>
        <translation>{shown:,} von {total:,} Services werden gezeigt.</translation>
    </message>
    <message>
        <source>{start}, back at &lt;b&gt;{up_at}&lt;/b&gt;</source>
        <translation>{start}, wieder da bei &lt;b&gt;{up_at}&lt;/b&gt;</translation>
    </message>
    <message>
        <source>{status}, overdue</source>
        <translation>{status}, überfällig</translation>
    </message>
    <message>
        <source>{steps}. Check whether the recovery order still fits.</source>
        <translation>{steps}. Prüfen, ob die Wiederanlaufreihenfolge noch passt.</translation>
    </message>
    <message>
        <source>{taker} takes it</source>
        <translation>{taker} übernimmt</translation>
    </message>
    <message>
        <source>{target} of {name} missed, was due {due}</source>
        <translation>{target} von {name} verfehlt, war fällig {due}</translation>
    </message>
    <message>
        <source>{target} of {name} will be missed, due {due}</source>
        <translation>{target} von {name} wird verfehlt, fällig {due}</translation>
    </message>
    <message>
        <source>{text}
A click shows and edits this requirement</source>
        <translation>{text}
Ein Klick zeigt und bearbeitet diese Abhängigkeit</translation>
    </message>
    <message>
        <source>{text} holds control characters</source>
        <translation>{text} enthält Steuerzeichen</translation>
    </message>
    <message>
        <source>{text} is a date, and the event has no start to count from</source>
        <translation>{text} ist ein Datum, und das Ereignis hat keinen Beginn, von dem aus gezählt wird</translation>
    </message>
    <message>
        <source>{text} is before the disruption began</source>
        <translation>{text} liegt vor dem Beginn der Störung</translation>
    </message>
    <message>
        <source>{text} is none of {join}</source>
        <translation>{text} ist keines von {join}</translation>
    </message>
    <message>
        <source>{text} is not a date such as 2026-03-31</source>
        <translation>{text} ist kein Datum wie 2026-03-31</translation>
    </message>
    <message>
        <source>{text} of {about}{more}: {counts}</source>
        <translation>{text} von {about}{more}: {counts}</translation>
    </message>
    <message>
        <source>{text}, {least}{harmful:,} with a target at stake</source>
        <translation>{text}, davon {least}{harmful:,} mit gefährdetem Ziel</translation>
    </message>
    <message>
        <source>{text}; on average {mean} {way} (± {spread}).</source>
        <translation>{text}; im Mittel {mean} {way} (± {spread}).</translation>
    </message>
    <message>
        <source>{title} already is a provider of this requirement</source>
        <translation>{title} ist bereits Anbieter dieser Abhängigkeit</translation>
    </message>
    <message>
        <source>{title} already needs {names}</source>
        <translation>{title} benötigt {names} bereits</translation>
    </message>
    <message>
        <source>{title} asks</source>
        <translation>{title} verlangt</translation>
    </message>
    <message>
        <source>{title} at {up}</source>
        <translation>{title} bei {up}</translation>
    </message>
    <message>
        <source>{title} can also use {other}</source>
        <translation>{title} kann auch {other} nutzen</translation>
    </message>
    <message>
        <source>{title} cannot be reached; the phone goes to voice mail.</source>
        <translation>{title} ist nicht zu erreichen; es meldet sich die Mailbox.</translation>
    </message>
    <message>
        <source>{title} exceeds its MTPD.</source>
        <translation>{title} überschreitet seine MTPD.</translation>
    </message>
    <message>
        <source>{title} goes down</source>
        <translation>{title} fällt aus</translation>
    </message>
    <message>
        <source>{title} has failed.</source>
        <translation>{title} ist ausgefallen.</translation>
    </message>
    <message>
        <source>{title} has no MTPD.</source>
        <translation>{title} hat keine MTPD.</translation>
    </message>
    <message>
        <source>{title} has no RTO.</source>
        <translation>{title} hat keine RTO.</translation>
    </message>
    <message>
        <source>{title} has no inject {key}; choose a number of its list</source>
        <translation>{title} hat keine Einlage {key}; wählen Sie eine Nummer der Liste</translation>
    </message>
    <message>
        <source>{title} helps to decide the end in {percent} of the trials.</source>
        <translation>{title} bestimmt in {percent} der Durchläufe das Ende mit.</translation>
    </message>
    <message>
        <source>{title} is back</source>
        <translation>{title} ist zurück</translation>
    </message>
    <message>
        <source>{title} is back at {up_at}.</source>
        <translation>{title} ist bei {up_at} zurück.</translation>
    </message>
    <message>
        <source>{title} is closed; only corrections can be added to its log</source>
        <translation>{title} ist abgeschlossen; im Protokoll lassen sich nur Korrekturen ergänzen</translation>
    </message>
    <message>
        <source>{title} is out for {least}{outage}.</source>
        <translation>{title} ist {least}{outage} ausgefallen.</translation>
    </message>
    <message>
        <source>{title} is planned to be out for {outage}; {target}. What do its users do meanwhile, and what would shorten it?</source>
        <translation>{title} fällt nach dem Plan für {outage} aus; {target}. Was tun die Nutzer in der Zwischenzeit, und was würde es verkürzen?</translation>
    </message>
    <message>
        <source>{title} is restored from its {source}. Everything entered in the {data_loss} before the loss is missing.</source>
        <translation>{title} wird aus der {source} wiederhergestellt. Was ab {data_loss} vor dem Ausfall eingegeben wurde, fehlt.</translation>
    </message>
    <message>
        <source>{title} is seen</source>
        <translation>{title} wird gesehen als</translation>
    </message>
    <message>
        <source>{title} keeps its {name} in {percent} of the trials.</source>
        <translation>{title} hält seine {name} in {percent} der Durchläufe ein.</translation>
    </message>
    <message>
        <source>{title} loses {least}{data_loss} of data; its RPO is {rpo}.</source>
        <translation>{title} verliert {least}{data_loss} an Daten; seine RPO ist {rpo}.</translation>
    </message>
    <message>
        <source>{title} meets its RTO with {spare} to spare.</source>
        <translation>{title} hält seine RTO mit {spare} Puffer ein.</translation>
    </message>
    <message>
        <source>{title} misses its RTO by {spare}.</source>
        <translation>{title} verfehlt seine RTO um {spare}.</translation>
    </message>
    <message>
        <source>{title} needs {other}</source>
        <translation>{title} benötigt {other}</translation>
    </message>
    <message>
        <source>{title} needs …</source>
        <translation>{title} benötigt …</translation>
    </message>
    <message>
        <source>{title} never goes down: what it needs is back in time.</source>
        <translation>{title} fällt nie aus: Was er benötigt, ist rechtzeitig zurück.</translation>
    </message>
    <message>
        <source>{title} stays within its MTPD.</source>
        <translation>{title} bleibt innerhalb seiner MTPD.</translation>
    </message>
    <message>
        <source>{title}, since {down_at}</source>
        <translation>{title}, seit {down_at}</translation>
    </message>
    <message>
        <source>{title}, since {up_at}</source>
        <translation>{title}, seit {up_at}</translation>
    </message>
    <message>
        <source>{title}, {steps} around it</source>
        <translation>{title}, {steps} Umgebung</translation>
    </message>
    <message>
        <source>{title}: nothing</source>
        <translation>{title}: nichts</translation>
    </message>
    <message>
        <source>{title}: {description} {down} of {len} services go down; nothing is switched off for it, and all else works as usual.</source>
        <translation>{title}: {description} {down} von {len} Services fallen aus; dafür wird nichts abgeschaltet, alles andere arbeitet wie gewohnt.</translation>
    </message>
    <message>
        <source>{title}: {target} due at {due}, expected {expected}</source>
        <translation>{title}: {target} fällig bei {due}, erwartet {expected}</translation>
    </message>
    <message>
        <source>{title}: {target} due at {due}, never back</source>
        <translation>{title}: {target} fällig bei {due}, kommt nie zurück</translation>
    </message>
    <message>
        <source>{total:,} found</source>
        <translation>{total:,} gefunden</translation>
    </message>
    <message>
        <source>{total} in all, over {number}.</source>
        <translation>{total} insgesamt, durch {number}.</translation>
    </message>
    <message>
        <source>{touched} affected</source>
        <translation>{touched} betroffen</translation>
    </message>
    <message>
        <source>{trials:,} trials</source>
        <translation>{trials:,} Durchläufe</translation>
    </message>
    <message>
        <source>{value:,.0f}</source>
        <translation>{value:,.0f}</translation>
    </message>
    <message>
        <source>{value} late</source>
        <translation>{value} zu spät</translation>
    </message>
    <message>
        <source>{value} others</source>
        <translation>{value} weitere</translation>
    </message>
    <message>
        <source>{verb} scenario {title}</source>
        <translation>{verb} Szenario {title}</translation>
    </message>
    <message>
        <source>{wanted} is not one of: {known}</source>
        <translation>{wanted} ist keines von: {known}</translation>
    </message>
    <message>
        <source>{what}, {field}: {before} → {after}</source>
        <translation>{what}, {field}: {before} → {after}</translation>
    </message>
    <message>
        <source>{what}; choose one of: {known}</source>
        <translation>{what}; wählen Sie eines von: {known}</translation>
    </message>
    <message>
        <source>{when}, encrypted</source>
        <translation>{when}, verschlüsselt</translation>
    </message>
    <message>
        <source>{why}; write the unit into the heading</source>
        <translation>{why}; schreiben Sie die Einheit in die Überschrift</translation>
    </message>
    <message>
        <source>{won} of {possible} points: {part} of {whole}.</source>
        <translation>{won} von {possible} Punkten: {part} von {whole}.</translation>
    </message>
    <message>
        <source>{word} is:</source>
        <translation>{word} ist:</translation>
    </message>
    <message>
        <source>{work} of work</source>
        <translation>{work} Arbeit</translation>
    </message>
    <message>
        <source>{work}, between {optimistic} and {pessimistic}</source>
        <translation>{work}, zwischen {optimistic} und {pessimistic}</translation>
    </message>
    <message>
        <source>{work}: {before} in the plan; {after} from {count}: {data}.</source>
        <translation>{work}: {before} im Plan; {after} aus {count}: {data}.</translation>
    </message>
    <message>
        <source>“By” is the latest start of a work that breaks no target of the service or of what waits for it, if the work takes as long as the plan says.</source>
        <translation>„Bis“ ist der späteste Beginn einer Arbeit, bei dem kein Ziel des Dienstes oder dessen, was auf ihn wartet, verfehlt wird, wenn die Arbeit so lange dauert, wie der Plan sagt.</translation>
    </message>
    <message>
        <source>“{among}” does not say what may fail; choose one of {known}</source>
        <translation>„{among}“ sagt nicht, was ausfallen kann; wählen Sie eines von {known}</translation>
    </message>
    <message>
        <source>“{entry}” asks for {needed} of {count}.</source>
        <translation>„{entry}“ verlangt {needed} von {count}.</translation>
    </message>
    <message>
        <source>“{file}” in “{folder}”: {what}</source>
        <translation>„{file}“ in „{folder}“: {what}</translation>
    </message>
    <message>
        <source>“{label}” stays: an exercise or incident with entries in its log was made with it ({refused})</source>
        <translation>„{label}“ bleibt: Eine Übung oder ein Vorfall mit Protokolleinträgen beruht darauf ({refused})</translation>
    </message>
    <message>
        <source>“{name}” beside it leads to another place, so it was not opened; remove that file first</source>
        <translation>„{name}“ daneben führt an einen anderen Ort, daher wurde nichts geöffnet; entfernen Sie zuerst diese Datei</translation>
    </message>
    <message>
        <source>“{name}” beside it was not made by this program and could damage other files, so it was not opened; remove that file, or ask its sender for a fresh copy</source>
        <translation>„{name}“ daneben stammt nicht von diesem Programm und könnte andere Dateien beschädigen, daher wurde nichts geöffnet; entfernen Sie diese Datei oder bitten Sie den Absender um eine frische Kopie</translation>
    </message>
    <message>
        <source>“{name}” is not a plan file: import it into a new plan, “{plan}”, next to it?</source>
        <translation>„{name}“ ist keine Plandatei: In einen neuen Plan „{plan}“ daneben importieren?</translation>
    </message>
    <message>
        <source>“{name}” was removed, moved or replaced since it was opened here, so the plan is only in this window. Without a copy it is lost.</source>
        <translation>„{name}“ wurde entfernt, verschoben oder ersetzt, seit die Datei hier geöffnet wurde; der Plan ist nur noch in diesem Fenster. Ohne Kopie ist er verloren.</translation>
    </message>
    <message>
        <source>“{name}” was removed, moved or replaced since it was opened here. Nothing is lost: the plan is whole in this window. Save a copy to keep it.</source>
        <translation>„{name}“ wurde entfernt, verschoben oder ersetzt, seit die Datei hier geöffnet wurde. Nichts ist verloren: Der Plan ist in diesem Fenster vollständig. Speichern Sie eine Kopie, um ihn zu behalten.</translation>
    </message>
    <message>
        <source>“{part}”: the number of people must be at least 1.</source>
        <translation>„{part}“: Die Zahl der Personen muss mindestens 1 sein.</translation>
    </message>
    <message>
        <source>“{service}” is not among the services</source>
        <translation>„{service}“ gehört nicht zu den Services</translation>
    </message>
    <message>
        <source>“{stem}” was started and has no place of its own yet.</source>
        <translation>„{stem}“ wurde begonnen und hat noch keinen eigenen Ort.</translation>
    </message>
    <message>
        <source>“{strip}” is no objective such as RTO: 4 h</source>
        <translation>„{strip}“ ist keine Zielzeit wie RTO: 4 h</translation>
    </message>
    <message>
        <source>“{term}” does not say that one needs the other</source>
        <translation>„{term}“ sagt nicht, dass eines das andere benötigt</translation>
    </message>
    <message>
        <source>“{text}” cannot be compared with {label}; type for example {field}{sign}{hint}.</source>
        <translation>„{text}“ lässt sich nicht mit {label} vergleichen; tippen Sie zum Beispiel {field}{sign}{hint}.</translation>
    </message>
    <message>
        <source>“{text}” is finer than a millisecond</source>
        <translation>„{text}“ ist feiner als eine Millisekunde</translation>
    </message>
    <message>
        <source>“{text}” is longer than 100 years</source>
        <translation>„{text}“ ist länger als 100 Jahre</translation>
    </message>
    <message>
        <source>“{text}” is no tier such as 1, 2 or 3</source>
        <translation>„{text}“ ist keine Stufe wie 1, 2 oder 3</translation>
    </message>
    <message>
        <source>“{text}” is none of {join}</source>
        <translation>„{text}“ ist keines von {join}</translation>
    </message>
    <message>
        <source>“{text}” is none of: {offered}.</source>
        <translation>„{text}“ ist keines von: {offered}.</translation>
    </message>
    <message>
        <source>“{text}” is not a date; type for example {example}.</source>
        <translation>„{text}“ ist kein Datum; geben Sie zum Beispiel {example} ein.</translation>
    </message>
    <message>
        <source>“{text}” is not a duration such as PT4H, P1DT12H or PT90S (weeks to seconds)</source>
        <translation>„{text}“ ist keine Dauer wie PT4H, P1DT12H oder PT90S (Wochen bis Sekunden)</translation>
    </message>
    <message>
        <source>“{text}” is not a duration; type for example 4 h, 1 d 12 h, 90 min or 30 s</source>
        <translation>„{text}“ ist keine Dauer; tippen Sie zum Beispiel 4 Std., 1,5 Std., 2 Tage, 90 Min. oder 30 Sek.</translation>
    </message>
    <message>
        <source>“{text}” is not a number.</source>
        <translation>„{text}“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>“{text}” is not among the {target}.</source>
        <translation>„{text}“ gehört nicht zu: {target}.</translation>
    </message>
    <message>
        <source>“{text}” is too large.</source>
        <translation>„{text}“ ist zu groß.</translation>
    </message>
    <message>
        <source>“{value}” says two lengths; write one of them</source>
        <translation>„{value}“ nennt zwei Längen; geben Sie eine davon an</translation>
    </message>
    <message>
        <source>• Action, {status}: {text}</source>
        <translation>• Maßnahme, {status}: {text}</translation>
    </message>
    <message>
        <source>• Measured on {day}: {time}{age}</source>
        <translation>• Gemessen am {day}: {time}{age}</translation>
    </message>
    <message>
        <source>… needs {title}</source>
        <translation>… benötigt {title}</translation>
    </message>
</context>
</TS>
