//! Statements in the languages of Europe.

use crate::page::{Case, check, check_bytes};

#[test]
fn statements_of_europe_read_without_help() {
    check(&[
        Case {
            name: "German",
            file: "\
\"Girokonto\";\"DE00 1234 5678 0000 0000 01\"
\"Kontostand vom 31.01.2024:\";\"1.234,56 EUR\"

\"Buchungstag\";\"Wertstellung\";\"Status\";\"Auftraggeber/Empfänger\";\"Buchungstext\";\"Verwendungszweck\";\"Betrag (€)\"
\"31.01.2024\";\"31.01.2024\";\"Gebucht\";\"Stadtwerke Musterhausen\";\"Lastschrift\";\"Abschlag 01/24\";\"-1.045,10\"
\"30.01.2024\";\"30.01.2024\";\"Vorgemerkt\";\"Erika Beispiel\";\"Gutschrift\";\"Danke\";\"20,00\"
",
            page: "
account DE00 1234 5678 0000 0000 01, checking
2024-01-30 20.00 EUR | Erika Beispiel | Gutschrift Danke | pending
2024-01-31 -1045.10 EUR | Stadtwerke Musterhausen | Lastschrift Abschlag 01/24",
        },
        Case {
            name: "German with debit, credit and many purposes",
            file: "\
Buchungstag;Empfänger;VWZ1;VWZ2;VWZ3;Soll;Haben;Währung;Kontostand
01.02.2024;Bäckerei Blume;Brot;und Brötchen;;7,50;;EUR;92,50
02.02.2024;Arbeitgeber;Lohn;;;;1.000,00;EUR;1.092,50
",
            page: "
2024-02-01 -7.50 EUR =92.50 | Bäckerei Blume | Brot und Brötchen
2024-02-02 1000.00 EUR =1092.50 | Arbeitgeber | Lohn
proven",
        },
        Case {
            name: "Austrian without header, newest first",
            file: "\
31.01.2024;Miete Wohnung;31.01.2024;-800,00;EUR;31.01.2024 06:00:00:000
15.01.2024;Gehalt;15.01.2024;2.500,00;EUR;15.01.2024 05:00:00:000
",
            page: "
2024-01-15 2500.00 EUR | Gehalt
2024-01-31 -800.00 EUR | Miete Wohnung",
        },
        Case {
            name: "Swiss",
            file: "\
Datum;Buchungstext;Belastung in CHF;Gutschrift in CHF;Valuta;Saldo CHF
03.01.2024;Einkauf Dorfladen;12.40;;03.01.2024;9'987.60
05.01.2024;Zahlungseingang;;1'500.00;05.01.2024;11'487.60
",
            page: "
2024-01-03 -12.40 CHF =9987.60 | Einkauf Dorfladen
2024-01-05 1500.00 CHF =11487.60 | Zahlungseingang
proven",
        },
        Case {
            name: "French",
            file: "\
Compte n° 00011122233
Solde initial;1 000,00
Date opération;Date valeur;Libellé;Débit euros;Crédit euros
02/01/2024;02/01/2024;PRLV EAU DU LAC;45,10;
15/01/2024;15/01/2024;VIR SALAIRE;;1 200,00
Solde final;;;;2 154,90
",
            page: "
2024-01-02 -45.10 EUR | PRLV EAU DU LAC
2024-01-15 1200.00 EUR | VIR SALAIRE
line 6 closing
from 1000.00 to 2154.90
proven",
        },
        Case {
            name: "Spanish",
            file: "\
Fecha contable\tFecha valor\tConcepto\tImporte\tSaldo
02/01/2024\t02/01/2024\tRecibo luz\t-45,10\t954,90
13/01/2024\t14/01/2024\tNómina\t1.200,00\t2.154,90
",
            page: "
2024-01-02 -45.10 =954.90 | Recibo luz
2024-01-13 1200.00 =2154.90 | Nómina
proven",
        },
        Case {
            name: "Italian with dare and avere",
            file: "\
Data contabile;Data valuta;Dare;Avere;Divisa;Descrizione
02/01/2024;02/01/2024;45,10;;EUR;Bolletta luce
13/01/2024;13/01/2024;;1.200,00;EUR;Stipendio
",
            page: "
2024-01-02 -45.10 EUR | Bolletta luce
2024-01-13 1200.00 EUR | Stipendio",
        },
        Case {
            name: "Dutch with af and bij",
            file: "\
\"Datum\",\"Naam / Omschrijving\",\"Rekening\",\"Tegenrekening\",\"Code\",\"Af Bij\",\"Bedrag (EUR)\",\"Mutatiesoort\",\"Mededelingen\"
\"20240102\",\"Waterbedrijf\",\"NL00BANK0123456789\",\"NL11ANDR0000000001\",\"IC\",\"Af\",\"45,10\",\"Incasso\",\"januari\"
\"20240115\",\"Werkgever\",\"NL00BANK0123456789\",\"NL11ANDR0000000002\",\"OV\",\"Bij\",\"1200,00\",\"Overschrijving\",\"loon\"
",
            page: "
account NL00BANK0123456789
2024-01-02 -45.10 EUR | Waterbedrijf | Incasso januari
2024-01-15 1200.00 EUR | Werkgever | Overschrijving loon",
        },
        Case {
            name: "Portuguese",
            file: "\
Data Lançamento;Histórico;Descrição;Valor;Saldo
02/01/2024;Pix enviado;Padaria Sol;-10,00;90,00
13/01/2024;Pix recebido;João;1.000,50;1.090,50
",
            page: "
2024-01-02 -10.00 =90.00 | Pix enviado Padaria Sol
2024-01-13 1000.50 =1090.50 | Pix recebido João
proven",
        },
        Case {
            name: "Polish",
            file: "\
#Data operacji;#Opis operacji;#Rachunek;#Kategoria;#Kwota;
2024-01-02;ZAKUP SKLEP POD LIPĄ;Konto 1234;Żywność;-45,10 PLN;
2024-01-13;PRZELEW PRZYCHODZĄCY;Konto 1234;Wpływy;1 200,00 PLN;
",
            page: "
account Konto 1234
2024-01-02 -45.10 PLN | ZAKUP SKLEP POD LIPĄ | [Żywność]
2024-01-13 1200.00 PLN | PRZELEW PRZYCHODZĄCY | [Wpływy]",
        },
        Case {
            name: "Czech",
            file: "\
Datum zaúčtování;Částka;Měna;Název protiúčtu;Zpráva pro příjemce;Zůstatek
2. 1. 2024;-45,10;CZK;Vodárna;záloha;954,90
13. 1. 2024;1200;CZK;Zaměstnavatel;mzda;2154,90
",
            page: "
2024-01-02 -45.10 CZK =954.90 | Vodárna | záloha
2024-01-13 1200 CZK =2154.90 | Zaměstnavatel | mzda
proven",
        },
        Case {
            name: "Swedish",
            file: "\
Bokföringsdag;Valutadag;Rubrik;Belopp;Saldo
2024-01-02;2024-01-02;Kaffebaren;-45,00;955,00
2024-01-15;2024-01-15;Lön;1200,00;2155,00
",
            page: "
2024-01-02 -45.00 =955.00 | Kaffebaren
2024-01-15 1200.00 =2155.00 | Lön
proven",
        },
        Case {
            name: "Danish",
            file: "\
\"Dato\";\"Tekst\";\"Beløb\";\"Saldo\";\"Status\"
\"02.01.2024\";\"Brugsen\";\"-45,00\";\"955,00\";\"Udført\"
\"15.01.2024\";\"Løn\";\"1.200,00\";\"2.155,00\";\"Udført\"
",
            page: "
2024-01-02 -45.00 =955.00 | Brugsen
2024-01-15 1200.00 =2155.00 | Løn
proven",
        },
        Case {
            name: "Norwegian",
            file: "\
Dato;Forklaring;Rentedato;Ut fra konto;Inn på konto
02.01.2024;Kiosken;03.01.2024;45,00;
15.01.2024;Lønn;15.01.2024;;1200,00
",
            page: "
2024-01-02 -45.00 | Kiosken
2024-01-15 1200.00 | Lønn",
        },
        Case {
            name: "Finnish",
            file: "\
Kirjauspäivä;Arvopäivä;Määrä EUROA;Laji;Selitys;Saaja/Maksaja;Viite;Viesti;Arkistointitunnus
02.01.2024;02.01.2024;-45,10;106;TILISIIRTO;VESIYHTIÖ;;tammikuu;20240102A1
15.01.2024;15.01.2024;+1200,00;710;PALKKA;TYÖNANTAJA;;;20240115A2
",
            page: "
2024-01-02 -45.10 | VESIYHTIÖ | TILISIIRTO tammikuu | #20240102A1
2024-01-15 1200.00 | TYÖNANTAJA | PALKKA | #20240115A2",
        },
        Case {
            name: "Lithuanian with record kinds, opening and turnover rows",
            file: "\
\"Sąskaitos Nr.\",\"\",\"Data\",\"Gavėjas\",\"Paaiškinimai\",\"Suma\",\"Valiuta\",\"D/K\",\"Įrašo Nr.\",\"Kodas\"
\"LT000000000000000001\",\"10\",\"2024-01-01\",\"\",\"Likutis pradžiai\",\"100.00\",\"EUR\",\"K\",\"\",\"\"
\"LT000000000000000001\",\"20\",\"2024-01-02\",\"Kepykla\",\"Duona\",\"3.50\",\"EUR\",\"D\",\"2024010200001\",\"MK\"
\"LT000000000000000001\",\"20\",\"2024-01-15\",\"Darbdavys\",\"Alga\",\"900.00\",\"EUR\",\"K\",\"2024011500002\",\"MK\"
\"LT000000000000000001\",\"82\",\"2024-01-31\",\"\",\"Apyvarta\",\"3.50\",\"EUR\",\"D\",\"\",\"\"
\"LT000000000000000001\",\"82\",\"2024-01-31\",\"\",\"Apyvarta\",\"900.00\",\"EUR\",\"K\",\"\",\"\"
\"LT000000000000000001\",\"86\",\"2024-01-31\",\"\",\"Likutis pabaigai\",\"996.50\",\"EUR\",\"K\",\"\",\"\"
",
            page: "
account LT000000000000000001
2024-01-02 -3.50 EUR | Kepykla | Duona | #2024010200001
2024-01-15 900.00 EUR | Darbdavys | Alga | #2024011500002
line 2 opening
line 5 total
line 6 total
line 7 closing
from 100.00 to 996.50
proven",
        },
        Case {
            name: "Estonian",
            file: "\
Kliendi konto;Kuupäev;Saaja/Maksja;Selgitus;Summa;Valuuta;Deebet/Kreedit (D/C);Arhiveerimistunnus
EE00;02.01.2024;Pagar;sai;-3,50;EUR;D;2024A1
EE00;15.01.2024;Tööandja;palk;900,00;EUR;C;2024A2
",
            page: "
account EE00
2024-01-02 -3.50 EUR | Pagar | sai | #2024A1
2024-01-15 900.00 EUR | Tööandja | palk | #2024A2",
        },
        Case {
            name: "Hungarian with a trailing point",
            file: "\
Könyvelés dátuma;Partner neve;Közlemény;Összeg;Pénznem;Könyvelt egyenleg
2019.04.18.;Pékség;kenyér;-1 200;HUF;98 800
2019.04.19.;Munkáltató;bér;350 000;HUF;448 800
",
            page: "
2019-04-18 -1200 HUF =98800 | Pékség | kenyér
2019-04-19 350000 HUF =448800 | Munkáltató | bér
proven",
        },
        Case {
            name: "Romanian",
            file: "\
Data tranzacției,Descriere,Debit,Credit,Sold
02.01.2024,Brutărie,\"3,50\",,\"96,50\"
15.01.2024,Salariu,,\"1.900,00\",\"1.996,50\"
",
            page: "
2024-01-02 -3.50 =96.50 | Brutărie
2024-01-15 1900.00 =1996.50 | Salariu
proven",
        },
        Case {
            name: "Latvian",
            file: "\
Datums;Saņēmējs;Maksājuma mērķis;Debets;Kredīts
02.01.2024;Maiznīca;maize;3,50;
15.01.2024;Darba devējs;alga;;900,00
",
            page: "
2024-01-02 -3.50 | Maiznīca | maize
2024-01-15 900.00 | Darba devējs | alga",
        },
    ]);
}

#[test]
fn european_code_pages_are_recognised_by_their_headers() {
    for (encoding, file, page) in [
        (
            encoding_rs::WINDOWS_1250,
            "Datum zaúčtování;Částka;Měna;Název protiúčtu\n13.01.2024;-45,10;CZK;Žižkovská pekárna\n",
            "2024-01-13 -45.10 CZK | Žižkovská pekárna",
        ),
        (
            encoding_rs::WINDOWS_1252,
            "Buchungstag;Empfänger;Betrag;Währung\n13.01.2024;Bäckerei Süß;-4,10;EUR\n",
            "2024-01-13 -4.10 EUR | Bäckerei Süß",
        ),
        (
            encoding_rs::WINDOWS_1257,
            "Data;Gavėjas;Mokėjimo paskirtis;Suma;Valiuta\n2024-01-13;Kepykla „Rugių“;šventė;-4,10;EUR\n",
            "2024-01-13 -4.10 EUR | Kepykla „Rugių“ | šventė",
        ),
    ] {
        let (bytes, ..) = encoding.encode(file);
        check_bytes(encoding.name(), &bytes, page);
    }
}
