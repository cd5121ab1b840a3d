// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/names.h"

#include <QStringList>

#include <vector>

using namespace Qt::StringLiterals;

namespace mottaget::demo {

namespace {

struct Origin {
    QString language;
    int weight;
    QStringList women;
    QStringList men;
    QStringList families;
};

QStringList words(const char* text)
{
    return QString::fromUtf8(text).split(u' ', Qt::SkipEmptyParts);
}

const std::vector<Origin>& origins()
{
    static const std::vector<Origin> all {
        {u"sv"_s, 70, {}, {},
            words("Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson Pettersson Jonsson "
                  "Jansson Hansson Bengtsson Lindberg Lindström Lindqvist Lindgren Berglund Bergström Forsberg Sandberg "
                  "Lundgren Lundqvist Wikström Nyström Holmgren Engström Eklund Sjöberg Söderberg Nordström Hedlund Åkesson "
                  "Öhman Björk Ek Norberg Sandström Dahlgren Hellström Wallström Fransson Blomqvist Strömberg Rydén Falk "
                  "Åström Backlund Hedman Lövgren Ström Hägglund Isaksson Mårtensson Tornberg Ekdahl af_Klintberg von_Essen")},
        {u"fi"_s, 7, words("Aino Helmi Ritva Pirkko Marjatta Tuula Sari Päivi Hanna-Leena Kaisa Riikka Venla"),
            words("Veikko Eino Pentti Jorma Seppo Timo Jari Mika Antti Juhani Ville Eetu"),
            words("Korhonen Virtanen Mäkinen Nieminen Hämäläinen Laine Heikkinen Koskinen Järvinen Lehtonen Niskala")},
        {u"se"_s, 3, words("Inger Máret Elle Ristin Sárá Anne-Márjá Ánná"), words("Nils-Aslak Áilu Jouna Mikkel Lásse Ánte Biera"),
            words("Labba Sarri Blind Svonni Utsi Länta Valkeapää Kuhmunen")},
        {u"ar"_s, 6, words("Fatima Zahra Noor Rania Hanan Samira Layla Mariam"),
            words("Ahmad Omar Youssef Khaled Samir Hassan Karim Ibrahim"),
            words("Haddad Al-Khatib Mansour Saleh Khoury Darwish Nasser Hamdan")},
        {u"so"_s, 3, words("Hodan Ayaan Ifrah Sahra Fadumo Nasteho"), words("Abdi Mohamed Yusuf Liban Guled Faarax"),
            words("Warsame Abdullahi Jama Farah Hersi Osman")},
        {u"fa"_s, 3, words("Shirin Parisa Nasrin Mina Roya Azadeh"), words("Reza Kaveh Farhad Dariush Amir Behrouz"),
            words("Hosseini Rahimi Moradi Tehrani Jafari Sharifi")},
        {u"bs"_s, 3, words("Amra Selma Jasmina Mirela Azra Lejla"), words("Emir Senad Adnan Mirza Damir Haris"),
            words("Hadžić Kovačević Begić Delić Halilović Mujić")},
        {u"pl"_s, 3, words("Agnieszka Katarzyna Małgorzata Joanna Zofia Ewa"), words("Paweł Tomasz Krzysztof Marek Jakub Piotr"),
            words("Nowak Kowalczyk Mazur Pawlak Dudek Król")},
        {u"ti"_s, 2, words("Selam Miriam Senait Tsega Lemlem"), words("Yonas Filmon Tesfay Berhane Samuel"),
            words("Tekle Ghebre Haile Kidane Woldu")},
    };
    return all;
}

const QStringList& swedishGiven(bool woman, int birthYear)
{
    static const QStringList oldWomen = words("Ingrid Margareta Gunborg Birgitta Barbro Siv Kerstin Ulla Maj-Britt Gunvor Inga-Lill "
                                              "Solveig Berit Anna-Greta Elsa Astrid Märta Rut Viola Gudrun");
    static const QStringList oldMen = words("Karl-Erik Lennart Sven Bengt Göran Åke Gösta Rune Arne Stig Bertil Olle Kjell Tage "
                                            "Nils-Olof Ingvar Harald Folke Sixten Holger");
    static const QStringList middleWomen = words("Annika Åsa Lena Marie Helena Susanne Camilla Pernilla Carina Monica Ulrika "
                                                 "Charlotta Jenny Malin Katarina Anneli Josefin Therese Cecilia Linda");
    static const QStringList middleMen = words("Anders Mats Lars Per Peter Mikael Fredrik Stefan Magnus Henrik Jonas Niklas Tobias "
                                               "Joakim Patrik Daniel Mattias Björn Torbjörn Håkan");
    static const QStringList youngWomen = words("Alva Ebba Maja Wilma Saga Elsa Nova Tyra Signe Juni Ellen Astrid Moa Linnéa Freja "
                                                "Stina Klara Tuva Liv Selma");
    static const QStringList youngMen = words("Vidar Elias Hugo Melvin Viggo Ture Loke Albin Oskar Nils Emil Sixten Arvid Ludvig "
                                              "Malte Axel Noah Isak Theo Love");
    if (birthYear < 1956)
        return woman ? oldWomen : oldMen;
    if (birthYear < 1991)
        return woman ? middleWomen : middleMen;
    return woman ? youngWomen : youngMen;
}

QString givenOf(const Origin& origin, Dice& dice, bool woman, int birthYear)
{
    if (origin.women.isEmpty())
        return dice.pick(swedishGiven(woman, birthYear));
    return dice.pick(woman ? origin.women : origin.men);
}

const Origin& originOf(const QString& language)
{
    for (const Origin& origin : origins()) {
        if (origin.language == language)
            return origin;
    }
    return origins().front();
}

} // namespace

PersonName nameFor(Dice& dice, bool woman, int birthYear)
{
    int roll = dice.between(1, 100);
    const Origin* chosen = &origins().front();
    for (const Origin& origin : origins()) {
        roll -= origin.weight;
        if (roll <= 0) {
            chosen = &origin;
            break;
        }
    }
    QString family = dice.pick(chosen->families);
    family.replace(u'_', u' ');
    return {givenOf(*chosen, dice, woman, birthYear), family, chosen->language};
}

PersonName relativeOf(const PersonName& child, Dice& dice, bool woman, int birthYear)
{
    return {givenOf(originOf(child.language), dice, woman, birthYear), child.family, child.language};
}

} // namespace mottaget::demo
