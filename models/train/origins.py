"""Names from all over the world that live in Denmark: short lists of our own, by origin.

The statistics carry most first names; they lack foreign surnames and what goes with what.
"""

# ruff: noqa: E501  # names are read as text

from __future__ import annotations

from typing import NamedTuple


class Origin(NamedTuple):
    """First names and surnames that go together."""

    first: tuple[str, ...]
    last: tuple[str, ...]


def _origin(first: str, last: str) -> Origin:
    return Origin(tuple(first.split()), tuple(word.replace("_", " ") for word in last.split()))


ORIGINS: dict[str, Origin] = {
    "turkish": _origin(
        """Mehmet Mustafa Ahmet Ali Hüseyin Hasan İbrahim Ibrahim Murat Yusuf Emre Can Cem Kemal
        Orhan Osman Ömer Fatih Serkan Volkan Burak Onur Deniz Selim Tarık Halil Ramazan Süleyman
        Ayşe Fatma Emine Hatice Zeynep Elif Meryem Esra Merve Büşra Kübra Selin Sibel Gülsüm Nurcan
        Sevgi Özlem Dilek Hülya Aylin Ebru Filiz Gamze Pınar Şerife Tülay Yıldız Berfin Rojda
        Bahar Hacer Songül Nuray Leyla Sevda Arzu Mahmut Recep Yunus Baran Azad Ferhat Welat""",
        """Yılmaz Yilmaz Kaya Demir Demirci Şahin Sahin Çelik Celik Yıldız Yildiz Yıldırım Yildirim
        Öztürk Ozturk Aydın Aydin Özdemir Ozdemir Arslan Doğan Dogan Kılıç Kilic Aslan Çetin Cetin
        Kara Koç Koc Kurt Özkan Ozkan Şimşek Simsek Polat Korkmaz Erdoğan Erdogan Yavuz Can Acar
        Şen Güneş Gunes Avcı Avci Bulut Tekin Turan Keskin Taş Tas Coşkun Coskun Bozkurt Aktaş
        Aktas Karaca Güler Guler Sezer Toprak Karakaya Gündüz Karataş Özer Işık Ünal Uysal""",
    ),
    "arabic": _origin(
        """Mohammed Mohamed Muhammad Ahmed Ahmad Mahmoud Mustafa Ali Omar Hassan Hussein Khaled
        Khalid Samir Sami Tarek Tariq Youssef Yousef Ibrahim Ismail Bilal Hamza Karim Rami Ziad
        Walid Nabil Jamal Jamil Adnan Fadi Bassam Hisham Anas Abdallah Abdullah Abdulrahman
        Fatima Aisha Maryam Mariam Zahra Zainab Layla Leila Noor Nour Hala Rania Rana Samira Salma
        Sara Yasmin Yasmine Amal Amina Hanan Huda Iman Khadija Lina Dina Rasha Reem Suha Wafa
        Ghada Nadia Najla Sawsan Hiba Dalal Ferial Nawal Haifa Maha Abeer Alaa Haidar Hadi""",
        """Hassan Hussein Hussain Ahmad Ahmed Ali Mohammad Mahmoud Ibrahim Khalil Saleh Salem Saad
        Nasser Mansour Haddad Khoury Al-Hassan Al-Ahmad El-Khatib Al-Masri Al-Sayed El-Sayed
        El-Hage Al-Jabouri Al-Zahrani Al-Najjar Abdallah Abu-Zaid Awad Darwish Farah Fares Ghanem
        Hamdan Hamad Hijazi Issa Jaber Kanaan Kassem Khatib Maarouf Makki Moussa Najjar Nasr Odeh
        Omar Osman Qasim Rahman Rashid Sabbagh Said Salah Shaheen Sharif Suleiman Taha Yassin
        Younes Zaidan Zein Bakri Barakat Chehab Daher Dib Fayad Jarrar Sleiman Tahhan""",
    ),
    "somali": _origin(
        """Abdi Abdirahman Abdullahi Abdikarim Abdirashid Abdulkadir Ahmed Ali Mohamed Mohamud
        Hassan Hussein Ismail Jama Yusuf Omar Osman Farah Guled Liban Mahad Nuur Said Warsame Bashir
        Amina Asha Ayaan Ayan Deqa Faduma Fadumo Farhiya Fartun Habibo Halima Hamdi Hibo Hodan
        Idil Ifrah Ikran Khadra Ladan Maryan Muna Naima Nasra Nimco Rahma Sagal Sahra Samsam Shukri
        Sucdi Ubah Yasmin Zahra Zamzam Hibaaq Ismahan Filsan Kaltun Saynab""",
        """Abdi Abdullahi Abdirahman Ahmed Ali Aden Adan Barre Dahir Duale Egal Elmi Farah Gedi
        Guled Hassan Hersi Hirsi Hussein Ibrahim Ismail Issa Jama Jibril Mahamud Mohamed Mohamud
        Muse Musse Nur Omar Osman Roble Salad Samatar Shire Warsame Yusuf Waberi Abshir Ainanshe
        Dirie Dualeh Gabow Geedi Isse Jimale Liban Maxamed Nuur Odowa Samantar Wehliye""",
    ),
    "polish": _origin(
        """Piotr Krzysztof Andrzej Tomasz Paweł Pawel Jan Michał Michal Marcin Jakub Adam Marek
        Łukasz Lukasz Grzegorz Mateusz Wojciech Mariusz Dariusz Zbigniew Jerzy Maciej Rafał Rafal
        Robert Kamil Jacek Szymon Bartosz Bartłomiej Artur Sławomir Slawomir Przemysław Wiesław
        Anna Maria Katarzyna Małgorzata Malgorzata Agnieszka Barbara Ewa Krystyna Magdalena
        Elżbieta Elzbieta Joanna Aleksandra Zofia Monika Teresa Danuta Natalia Karolina Marta
        Beata Dorota Jadwiga Janina Alicja Jolanta Grażyna Grazyna Iwona Justyna Paulina Bożena""",
        """Nowak Kowalski Kowalska Wiśniewski Wisniewski Wiśniewska Wójcik Wojcik Kowalczyk
        Kamiński Kaminski Kamińska Lewandowski Lewandowska Zieliński Zielinska Szymański Szymanska
        Woźniak Wozniak Dąbrowski Dabrowska Kozłowski Kozlowska Jankowski Jankowska Mazur
        Wojciechowski Kwiatkowski Kwiatkowska Krawczyk Kaczmarek Piotrowski Piotrowska Grabowski
        Grabowska Zając Zajac Pawłowski Pawlowska Michalski Michalska Król Krol Wieczorek
        Jabłoński Jablonska Wróbel Wrobel Nowakowski Majewski Majewska Olszewski Stępień Stepien
        Malinowski Jaworski Adamczyk Dudek Nowicki Pawlak Górski Gorska Witkowski Walczak Sikora
        Baran Rutkowski Michalak Szewczyk Ostrowski Tomaszewski Pietrzak Zalewski Wrona""",
    ),
    "vietnamese": _origin(
        """Anh Minh Linh Lan Mai Hoa Huong Hương Thảo Thao Trang Nga Ngọc Ngoc Phuong Phương Thu
        Thuy Thủy Tuan Tuấn Hung Hùng Dung Dũng Duc Đức Hai Hải Hieu Hiếu Khanh Khoa Long Nam Phuc
        Quang Quan Son Sơn Tam Tân Thanh Thien Tien Tri Trung Tu Van Viet Vinh Bao Binh Chau Cuong
        Diem Giang Hanh Hong Kim Lien Loan My Nhi Nhung Oanh Quynh Tuyet Uyen Xuan Yen""",
        """Nguyen Nguyễn Tran Trần Le Lê Pham Phạm Huynh Huỳnh Hoang Hoàng Phan Vu Vũ Vo Võ Dang
        Đặng Bui Bùi Do Đỗ Ho Hồ Ngo Ngô Duong Dương Ly Dinh Đinh Luong Truong Trương Doan Lam
        Mai Cao Thai Chau Ta Trinh Quach Diep Tang Khuu""",
    ),
    "greenlandic": _origin(
        """Aputsiaq Aqqaluk Aqqalu Arnaq Arnannguaq Aviaja Aviâja Inuk Inuuteq Ivalu Ivalo Ivaana
        Kunuk Kulunnguaq Malik Maliina Miki Minik Mikkili Naja Nanna Nauja Niviaq Nivi Niviarsiaq
        Nuka Nukaaka Nukannguaq Najannguaq Paninnguaq Pavia Pipaluk Pilunnguaq Qivioq Salik Sikkersoq
        Tukumminnguaq Tupaarnaq Uiloq Ujarneq Ulloriaq Angutitannguaq Panigpak Navarana Pâviâraq
        Inunnguaq Hansêraq Karline Amalie Juaaka Jukku Kaali Ole Piitaaraq Innunguaq Aka Paarma
        Sara Laannguaq Makkak Nuunu Kuupik Isak Aani Eqaluk Kimmernaq Siverth Erneeraq""",
        """Petersen Olsen Hansen Jensen Lynge Heilmann Kleist Rosing Egede Motzfeldt Berthelsen
        Broberg Kielsen Davidsen Fleischer Høegh Chemnitz Geisler Hammeken Isaksen Isbosethsen
        Jeremiassen Johansen Josefsen Karlsen Kreutzmann Kristiansen Kruse Lange Larsen Lennert
        Ludvigsen Lyberth Mathiassen Mikaelsen Mølgaard Nielsen Olsvig Poulsen Reimer Samuelsen
        Siegstad Skifte Storch Sandgreen Thomassen Vetterlain Zeeb Aronsen Danielsen Filemonsen
        Abelsen Kristoffersen Uitsatikitseq Platou Dorph Tobiassen Enoksen Markussen Qarssivik""",
    ),
    "faroese": _origin(
        """Jákup Jógvan Høgni Hanus Hákun Páll Pætur Rói Rógvi Tróndur Sjúrður Eyðun Eyðbjørn Bárður
        Bjarni Bogi Dánjal Dávur Heðin Hjalti Ingi Janus Jóan Jóhannus Magnus Mikkjal Niclas Óli
        Petur Poul Regin Rúni Símun Teitur Tórður Uni Zakaris Annika Armgarð Barba Beinta Bjørg
        Durita Elin Eyðbjørg Eyðvør Guðrið Guðrun Halla Hjørdis Hanna Jórun Katrin Lív Malan
        Marita Marjun Marjunn Óluva Oddvá Oluffa Rakul Rannvá Ragnhild Sanna Sólja Sólvá Súsanna
        Tórunn Turið Vár Vígdis Bára Brestir Lea Rebekka Rannveig Sunneva Tóra""",
        """Joensen Hansen Jacobsen Olsen Poulsen Petersen Johannesen Thomsen Nielsen Rasmussen
        Simonsen Djurhuus Dam Patursson Petersen Justinussen Mikkelsen Samuelsen Dahl Danielsen
        Ellingsgaard Ellendersen Debess Durhuus Eysturoy Eidesgaard Gaardbo Hammer Hentze Heinesen
        Højgaard Hoydal Isaksen Jóannesarson Joensen Kallsberg Ljósá Lamhauge Mohr Mørkøre
        Niclasen Niclassen Nolsøe Norðoy Olsen Reinert Reginsson Rubeksen Skaale Skorheim Vang
        Vestergaard Viðoy Weihe Zachariassen í_Haraldsstovu Winther Trondheim Lützen Brimheim""",
    ),
    "icelandic": _origin(
        """Jón Sigurður Guðmundur Gunnar Ólafur Einar Magnús Kristján Stefán Jóhann Bjarni Árni
        Helgi Halldór Þorsteinn Ragnar Gísli Haukur Snorri Egill Hrafn Birgir Guðrún Anna Kristín
        Sigríður Margrét Helga Sigrún Ingibjörg Jóhanna María Elín Steinunn Hildur Ragnheiður
        Þórunn Ásta Björk Erla Unnur Sólveig Katrín Edda Hrefna Bryndís Þórdís""",
        """Jónsson Sigurðsson Guðmundsson Gunnarsson Ólafsson Einarsson Magnússon Kristjánsson
        Stefánsson Jóhannsson Bjarnason Árnason Helgason Halldórsson Þorsteinsson Jónsdóttir
        Sigurðardóttir Guðmundsdóttir Gunnarsdóttir Ólafsdóttir Einarsdóttir Magnúsdóttir
        Kristjánsdóttir Stefánsdóttir Jóhannsdóttir Árnadóttir Helgadóttir Thorlacius Briem Blöndal""",
    ),
    "tamil": _origin(
        """Kumar Suresh Ramesh Rajesh Ganesh Siva Sivakumar Nathan Kannan Selvan Arul Ravi Raj
        Mohan Murugan Prakash Senthil Vijay Karthik Aravind Bala Dinesh Jegan Thayalan Yogarajah
        Priya Lakshmi Kavitha Meena Nirmala Saraswathi Shanthi Sumathi Vasanthi Yalini Abirami
        Anusha Bhavani Deepa Dharshini Geetha Janani Keerthana Kalaivani Malathi Mathuri Nisha
        Niranjala Pavithra Ramya Sangeetha Sharmila Sinthuja Sujatha Thushara Tharsika Vithya""",
        """Kandasamy Sivalingam Rajaratnam Ponnampalam Nadarajah Balasubramaniam Chandrasekaran
        Ganeshan Jeyakumar Kanagasabai Krishnan Kulasegaram Mahendran Murugesu Nagarajah
        Navaratnam Paramanathan Pathmanathan Rajendran Ramanathan Ratnasingam Selvarajah
        Selvanayagam Shanmugam Sivakumaran Sivanathan Subramaniam Sundaralingam Thambirajah
        Thirunavukarasu Vigneswaran Yogeswaran Vijayakumar Arulampalam Tharmalingam""",
    ),
    "ukrainian": _origin(
        """Oleksandr Oleksii Andrii Andriy Bohdan Volodymyr Dmytro Ivan Ihor Maksym Mykola Mykhailo
        Oleh Pavlo Petro Roman Serhii Serhiy Taras Vasyl Viktor Vitalii Yaroslav Yurii Yevhen
        Oksana Olena Olha Iryna Kateryna Nataliia Natalia Svitlana Tetiana Tetyana Yuliia Yulia
        Halyna Hanna Inna Larysa Liudmyla Lesia Mariia Nadiia Sofiia Solomiia Valentyna Viktoriia
        Vira Zoia Daryna Alina Anastasiia Daria Myroslava Snizhana""",
        """Shevchenko Kovalenko Bondarenko Tkachenko Kravchenko Oliinyk Koval Kovalchuk Shevchuk
        Polishchuk Bondar Marchenko Lysenko Rudenko Savchenko Petrenko Kravchuk Klymenko Moroz
        Pavlenko Savchuk Vasylenko Karpenko Hnatiuk Melnyk Melnychuk Boiko Boyko Mazur Zakharchenko
        Sydorenko Tymoshenko Yatsenko Romaniuk Levchenko Fedorenko Kostenko Panchenko Ponomarenko
        Hrytsenko Kuzmenko Stetsenko Honcharenko Diachenko Mykhailenko Babenko Vovk Haiduk Zelenko""",
    ),
    "bosnian": _origin(
        """Amir Adnan Admir Almir Armin Damir Dino Edin Elvis Emir Enes Fikret Haris Jasmin Kemal
        Mirsad Muhamed Nedim Nermin Samir Senad Zlatan Goran Dragan Zoran Milan Marko Nikola
        Aida Alma Amela Amra Azra Belma Dzenana Edina Elma Emina Fatima Hajra Indira Jasmina Lejla
        Medina Mirela Nejra Sabina Samira Sanela Selma Senada Zehra Snezana Vesna Jelena Milica""",
        """Hodžić Hodzic Begić Begic Hadžić Hadzic Halilović Halilovic Hasanović Hasanovic Ibrahimović
        Ibrahimovic Kovačević Kovacevic Mehić Mehic Mujić Mujic Omerović Omerovic Salihović Selimovic
        Suljić Suljic Delić Delic Bajrić Bajric Husić Husic Karić Jovanović Jovanovic Petrović
        Petrovic Nikolić Nikolic Marković Markovic Đorđević Stojanović Stojanovic Imamović Imamovic
        Ramić Ramic Osmanović Osmanovic Alić Alic Babić Babic Jukić Jukic Zukić Zukic Avdić Avdic""",
    ),
    "persian": _origin(
        """Ali Reza Mohammad Hossein Mehdi Amir Hamid Saeed Majid Farhad Behzad Kaveh Dariush
        Arash Babak Bijan Cyrus Jamshid Kamran Keyvan Nader Omid Parviz Ramin Shahram Siavash
        Zahra Maryam Fatemeh Leila Mina Nasrin Parisa Shirin Soheila Azadeh Bahareh Elham Fariba
        Farzaneh Golnaz Laleh Mahnaz Mitra Nazanin Niloufar Roya Sepideh Shiva Yasaman Ziba
        Najib Nasir Farid Wahid Zabihullah Habibullah Shukria Latifa Freshta Zarmina""",
        """Ahmadi Mohammadi Hosseini Rezaei Karimi Moradi Rahimi Hashemi Jafari Mousavi Ebrahimi
        Ghasemi Sadeghi Heidari Rostami Akbari Nazari Amiri Azizi Bagheri Farahani Ghorbani Habibi
        Kazemi Khani Mirzaei Najafi Norouzi Rahmani Salehi Shirazi Soltani Tehrani Yousefi Zamani
        Zand Pourmand Esfahani Haidari Hakimi Karzai Noori Popal Qaderi Rasuli Safi Sultani Stanekzai
        Wardak Yusufzai Zadran Amini Barzani Talabani Kurdi Rashidi Sharifi""",
    ),
    "pakistani": _origin(
        """Muhammad Imran Asif Bilal Faisal Hamza Irfan Kashif Khurram Nadeem Naveed Omar Rashid
        Saad Sajid Shahid Tahir Tariq Usman Waqar Yasir Zahid Zeeshan Arjun Rahul Amit Sanjay
        Ayesha Fatima Hina Iqra Kiran Mehwish Nadia Rabia Saba Sadia Saima Samina Sana Shabana
        Shazia Sumaira Tahira Uzma Zara Zainab Anjali Neha Pooja Sunita Rekha Harpreet Gurpreet""",
        """Khan Ahmed Malik Hussain Shah Butt Chaudhry Chaudhary Qureshi Sheikh Iqbal Mirza Raja
        Akhtar Anwar Ashraf Aslam Bashir Bhatti Dar Hashmi Javed Kausar Latif Mahmood Mughal Naqvi
        Nawaz Rana Rehman Saleem Sharif Siddiqui Syed Tariq Yousaf Zaman Abbasi Awan Baig Singh
        Sharma Patel Gupta Kaur Mehta Verma Reddy Nair Iyer Rao Das Banerjee Chowdhury Rahman""",
    ),
    "romanian": _origin(
        """Andrei Alexandru Ionuț Ionut Mihai Cristian Florin Gabriel Marian Nicolae Radu Sorin
        Vasile Vlad Bogdan Catalin Costel Dumitru Gheorghe Lucian Ovidiu Petru Razvan Stefan
        Tudor Elena Ioana Andreea Alexandra Mihaela Cristina Daniela Gabriela Georgiana Roxana
        Simona Raluca Adriana Anca Carmen Corina Diana Florentina Loredana Luminita Oana Ramona
        Dimitar Georgi Ivaylo Plamen Stoyan Yordanka Desislava Gergana Jonas Tomas Mindaugas Rasa
        Vytautas Jurgita Rūta Dainius Egle Inese Janis Kaspars Liga Agne Saulius Giedrė Vilma""",
        """Popescu Ionescu Popa Radu Dumitru Stan Stoica Gheorghe Matei Ciobanu Rusu Constantin
        Munteanu Lazar Marin Serban Moldovan Florea Dinu Dragomir Nistor Ungureanu Cojocaru Balan
        Georgescu Stanciu Toma Voicu Petrescu Ivanov Dimitrov Petrov Nikolov Georgiev Stoyanov
        Todorova Ivanova Kazlauskas Kazlauskienė Petrauskas Jankauskas Stankevičius Butkus
        Bērziņš Berzins Kalnins Ozols Liepins Krumins Tamm Saar Sepp Paulauskas Urbonas""",
    ),
    "east_asian": _origin(
        """Wei Jing Li Na Fang Min Lei Jun Yang Ming Xiao Hui Ying Mei Ling Hao Chen Feng Yun Yan
        Hiroshi Yuki Kenji Akiko Takashi Naoko Ji-woo Min-jun Seo-yeon Hyun-woo Somchai Supaporn
        Nattaya Siriporn Malee Chai Wanida Orawan Kanya Preecha Jocelyn Maricel Rowena Jennylyn
        Rosalie Analyn Cherry Mary-Jane Jomar Reynaldo Arnel""",
        """Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Lin Guo He Gao Luo
        Zheng Liang Xie Song Tang Tanaka Suzuki Sato Yamamoto Watanabe Kim Park Lee Choi Jung
        Srisai Saetang Wongsa Thongchai Boonmee Chaiyasit Suwannarat Santos Reyes Cruz Garcia
        Mendoza Bautista Villanueva Dela_Cruz Ramos Aquino Castillo Dizon Pangilinan""",
    ),
    "african": _origin(
        """Samuel Emmanuel Joseph Daniel Grace Blessing Patience Mercy Joy Esther Ruth Kwame Kofi
        Kwabena Yaw Ama Akosua Abena Efua Chidi Emeka Ngozi Chioma Adaeze Olumide Tunde Folake
        Yetunde Babatunde Wanjiru Njeri Kamau Otieno Achieng Jean-Pierre Claudine Espérance Tesfay
        Yonas Selam Haben Mehari Abel Senait Berhane Ayele Tadesse Almaz Tigist Fatou Awa Mamadou
        Ousmane Ibrahima Aminata Mariama Modou""",
        """Mensah Owusu Boateng Asante Osei Appiah Agyeman Addo Okafor Okonkwo Adeyemi Balogun
        Eze Nwosu Obi Okoro Oyelaran Kamau Mwangi Njoroge Otieno Odhiambo Wanjiku Tesfaye
        Gebremariam Haile Bekele Abebe Tekle Woldu Kidane Ghebremedhin Ogbazghi Diallo Sow Ba
        Ndiaye Traoré Traore Konaté Camara Jallow Ceesay Touray Mugisha Niyonzima Uwimana
        Habimana Mukamana Kabila Mbeki Sesay Kamara Conteh Bangura""",
    ),
    "german": _origin(
        """Hans Jürgen Klaus Wolfgang Dieter Manfred Uwe Günter Stefan Andreas Matthias Florian
        Sebastian Tobias Lukas Felix Maximilian Jonas Ulrich Volker Heike Sabine Petra Monika
        Susanne Claudia Birgit Andrea Stefanie Nicole Katja Anja Silke Ute Ingrid Gisela Ursula
        Renate Hannelore Lieselotte Greta Johanna Franziska Antje Frauke Pieter Joost Sander Femke
        Marieke Anneke Matteo Giulia Giovanni Francesca Pierre Amélie Camille Thierry Carlos Lucía""",
        """Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch
        Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann
        Lange Werner Krause Lehmann Köhler Herrmann König Walter Huber Kaiser Fuchs Scholz Weiß
        Jung Vogel Friedrich Keller Günther Frank Berger Winkler Roth Beck Lorenz Baumann Franke
        van_Dijk de_Vries Bakker Visser Rossi Bianchi Ferrari Romano Dubois Lefebvre Moreau Laurent
        García Fernández González Rodríguez Lindqvist Andersson Johansson Karlsson Svensson
        Bergström Lindgren Haugen Solberg Bakken Virtanen Korhonen Nieminen Mäkinen""",
    ),
    "english": _origin(
        """James John Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel
        Matthew Anthony Mark Steven Paul Andrew Joshua Kenneth Kevin Brian George Edward Ronald
        Timothy Jason Jeffrey Ryan Gary Nicholas Eric Stephen Jonathan Larry Justin Scott Brandon
        Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Nancy Lisa Betty
        Margaret Sandra Ashley Kimberly Emily Donna Michelle Carol Amanda Dorothy Melissa Deborah
        Stephanie Rebecca Sharon Laura Cynthia Siobhan Aoife Niamh Ciara Declan Oonagh Rhys""",
        """Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Taylor Moore Jackson
        Martin White Thompson Harris Clark Lewis Robinson Walker Young King Wright Scott Hill Green
        Adams Nelson Baker Hall Campbell Mitchell Carter Roberts Phillips Evans Turner Parker
        Collins Edwards Stewart Morris Murphy Cook Rogers Morgan Cooper Peterson Bailey Reed Kelly
        Howard Cox Ward Richardson Watson Brooks Bennett Gray Hughes Price Myers Long Foster
        Sanders Ross O'Brien O'Connor O'Neill McCarthy McDonald MacLeod Gallagher Doyle Byrne""",
    ),
}

DANISH = _origin(
    """Anne Kirsten Mette Hanne Anna Helle Susanne Lene Maria Marianne Inge Karen Lone Camilla
    Pia Louise Charlotte Jette Tina Ida Julie Emma Sofie Line Birgit Signe Freja Asta Ellen Bodil
    Peter Jens Lars Michael Henrik Thomas Søren Jan Niels Christian Martin Jørgen Hans Anders
    Morten Jesper Mads Per Ole Rasmus Svend Kaj Aksel Viggo Troels Bjarne Flemming Poul Emil""",
    """Nielsen Jensen Hansen Pedersen Andersen Christensen Larsen Sørensen Rasmussen Jørgensen
    Petersen Madsen Kristensen Olsen Thomsen Christiansen Poulsen Johansen Møller Mortensen Holm
    Lund Kjær Bach Dahl Krogh Bruun Vestergaard Østergaard Kjeldsen Nørgaard Lauridsen Winther
    Bundgaard Hedegaard Skov Toft Brandt Riis Lindholm Overgaard Thygesen Bak Mikkelsen Juhl""",
)
