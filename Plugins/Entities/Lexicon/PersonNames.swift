/// Parts of the names of persons: given names, surnames, particles, titles, roles, and the verbs of
/// reported speech that stand beside a person in news.
enum PersonNames {
  /// Given names over many cultures, as English-language news spells them.
  ///
  /// A match followed by another capital is a PERSON. Common English words are in
  /// `ambiguousGivenNames`.
  static let givenNames = """
    Aamir, Aaron, Abbas, Abd, Abdallah, Abdel, Abdelaziz, Abdelfattah, Abdelkader, Abdelmadjid
    Abdelmalek, Abdelrahman, Abdirahman, Abdollah, Abdou, Abdul, Abdulaziz, Abdulhamid, Abdulkadir
    Abdulkarim, Abdullah, Abdullahi, Abdulrahman, Abdulrazzaq, Abed, Abhishek, Abigail, Abiy, Abraham
    Achim, Adam, Adama, Adebayo, Adel, Adem, Adil, Aditya, Adnan, Adrian, Adrien, Adão, Afif, Afonso
    Agathe, Agnes, Agnieszka, Ahmad, Ahmed, Ahmet, Aidan, Aiko, Aisha, Ajay, Ajit, Akbar, Akhilesh
    Akihito, Akiko, Akinwumi, Akira, Akram, Akshay, Ala, Alaa, Alain, Alan, Alassane, Albert, Alberto
    Albin, Aldar, Alec, Alejandra, Alejandro, Aleksandar, Aleksander, Aleksandr, Aleksei, Alessandra
    Alessandro, Alessio, Alex, Alexander, Alexandra, Alexandru, Alexei, Alexey, Alexis, Alfons, Alfonso
    Alfred, Alfredo, Ali, Ali Akbar, Alice, Alicia, Aline, Alireza, Alison, Allan, Allen, Allison, Almaz
    Alois, Alpha, Alvaro, Alyona, Alyssa, Ama, Amadou, Amal, Amanda, Amani, Amartya, Amedeo, Amelia
    Amelie, Amer, Amin, Amina, Aminata, Aminu, Amir, Amira, Amirhossein, Amit, Amitabh, Amjad, Ammar
    Amos, Amr, Amy, Amélie, Ana, Anand, Anas, Anastasia, Anatoly, Anaïs, Anders, Anderson, Andre, Andrea
    Andreas, Andreea, Andrei, Andrej, Andres, Andrew, Andrey, Andrij, Andriy, Andrzej, André, Andrés
    Andy, Angela, Angelika, Angelino, Angelo, Anies, Aniket, Anil, Anita, Anja, Anjali, Anke, Ankit, Ann
    Anna, Anna Maria, Annalena, Annalisa, Anne, Annegret, Anneliese, Annie, Annika, Anthony, Antoine
    Anton, Antonio, Antonis, Antony, Antti, Anup, Anura, Anurag, Anwar, Aparna, Arash, Arda, Ardeshir
    Ariel, Arjun, Arkady, Armin, Arnaud, Arne, Arnold, Arseniy, Artem, Arthur, Arturo, Arun, Arundhati
    Arvind, Asako, Ashish, Ashkan, Ashley, Ashok, Ashraf, Ashwin, Asif, Asim, Asli, Asma, Asmaa, Astrid
    Asya, Atal, Attila, Atul, Audrey, Aung, Aung San, Aurélie, Avi, Avigdor, Avraham, Axel, Ayako
    Ayanda, Ayelet, Aylin, Ayman, Aymenn, Ayoub, Ayse, Ayub, Ayşe, Azadeh, Aziz, Babak, Babatunde, Badr
    Bafel, Bahaa, Bahram, Balazs, Bambang, Bandar, Baptiste, Barack, Barbara, Barham, Baris, Barry, Bart
    Basel, Bashar, Bassam, Bassel, Bassem, Bastien, Basuki, Beata, Beate, Beatrice, Beatriz, Becky
    Behnam, Behrouz, Behzad, Ben, Benazir, Benedict, Benigno, Benito, Benjamin, Benny, Benoit, Benoît
    Beppe, Berat, Beren, Berk, Bernard, Bernardo, Bernd, Bernhard, Bernie, Bertrand, Beth, Bettina
    Betty, Beverly, Bezalel, Bharat, Bhupendra, Bianca, Bijan, Bilal, Bilawal, Binali, Binyamin, Birgit
    Birgitta, Bjarne, Bjorn, Björn, Blaise, Bob, Bobby, Bodo, Bogdan, Bohdan, Bojan, Bola, Bongbong
    Boris, Borislav, Boubacar, Boutros, Boyko, Brad, Bradley, Brandon, Brenda, Brendan, Brent, Brett
    Brian, Bridget, Brigitta, Brigitte, Brittany, Bronislaw, Bruce, Bruna, Bruno, Bryan, Budi, Bulent
    Burak, Burcu, Burhan, Byung-chul, Bärbel, Bülent, Caio, Caitlin, Calin, Cameron, Camille, Carl
    Carla, Carlo, Carlos, Carmen, Carolina, Caroline, Carolyn, Carsten, Casey, Catalina, Catherine
    Cecil, Cecilia, Cedric, Cem, Cemal, Cemil, Cengiz, Ceren, Cesar, Cesare, Chaim, Chan-wook, Chandra
    Chandrika, Chantal, Chao, Charlene, Charles, Charlie, Charlotte, Chaudhry, Chee-hwa, Cheikh, Chen
    Cheng, Cheol-soo, Cheryl, Chiara, Chidi, Chimamanda, Chinedu, Ching-te, Chinua, Chloe, Chris
    Christa, Christina, Christine, Christoph, Christophe, Christopher, Chuck, Chukwuemeka, Chul, Chun
    Chun-ying, Cindy, Ciro, Claire, Clarence, Clark, Claude, Claudia, Claudio, Claus, Clemens, Clement
    Clifford, Clint, Clinton, Cláudia, Clément, Colette, Colin, Connie, Connor, Conor, Consuelo, Corazon
    Corey, Corinne, Cornelia, Corrado, Costas, Craig, Cristina, Cristóbal, Curtis, Cynthia, Cyril, Cyrus
    Cécile, Cédric, César, Dae-jung, Dag, Dagmar, Daisuke, Dalal, Dalia, Damian, Damien, Dan, Daniel
    Daniela, Danielle, Danny, Danuta, Daria, Dario, Darius, Dariush, Darren, Darryl, Darya, Dave, David
    Davide, Davit, Debbie, Deborah, Debra, Declan, Deepa, Deepak, Deepika, Delphine, Deng, Denis, Denise
    Deniz, Dennis, Denys, Derek, Derya, Desmond, Detlef, Devendra, Devlet, Diana, Diane, Dianne, Didier
    Diego, Dieter, Dietmar, Dilma, Dilovan, Dima, Dimitris, Dinesh, Dirk, Dmitri, Dmitriy, Dmitry
    Dmytro, Domenico, Dominic, Dominique, Donald, Donatella, Dong-hyun, Donna, Doris, Dorothy, Doug
    Douglas, Dov, Dragan, Dries, Duncan, Dusan, Dustin, Dušan, Dwight, Dylan, Ebele, Eberhard, Ebrahim
    Ece, Ed, Eddie, Edgar, Edi, Edith, Edmund, Edoardo, Edouard, Eduarda, Eduardo, Edward, Edwin, Egils
    Egon, Ehab, Ehud, Eileen, Einar, Eitan, Ekaterina, Ekrem, Elaheh, Elaine, Eleanor, Elena, Eleni, Eli
    Elias, Elie, Elif, Elijah, Elin, Elio, Elisa, Elisabeth, Eliud, Elizabeth, Elke, Ella, Ellen, Elliot
    Elliott, Elon, Elsie, Elvis, Elżbieta, Emad, Emanuele, Emeka, Emi, Emiko, Emil, Emilio, Emily, Emine
    Emma, Emmanuel, Emmerson, Emre, Enrico, Enrique, Enzo, Ephraim, Ercan, Erdal, Erdem, Eric, Erica
    Erich, Erik, Erika, Erin, Erkan, Erna, Ernest, Ernesto, Ernst, Ertugrul, Esmail, Espen, Esra
    Esteban, Estelle, Esther, Ethan, Ethel, Etienne, Ettore, Eugene, Eun-ju, Eva, Evan, Evangelos
    Evelyn, Evo, Ewa, Ewald, Fabien, Fabio, Fabrice, Fabrizio, Fadel, Fadi, Fadwa, Fahad, Fahd
    Fahrettin, Faisal, Faiz, Farah, Fares, Farhad, Farhan, Fariborz, Faris, Farouk, Farouq, Farzad
    Farzaneh, Fatemeh, Fathi, Fatih, Fatima, Fatma, Fatmagul, Fatou, Faustin, Fawad, Fawaz, Fawzi
    Fawzia, Federica, Federico, Felicity, Felipe, Felix, Femke, Feng, Ferdinand, Ferenc, Fereydoun
    Ferhat, Fernanda, Fernando, Fethullah, Fidel, Figen, Fikret, Filippo, Fiona, Firas, Firouz, Flavio
    Florence, Florian, Flávio, Fouad, Frances, Francesca, Francesco, Francis, Francisca, Francisco
    Franco, Francois, Francoise, Franklin, Frans, Franz, François, Françoise, Frauke, Fred, Freddie
    Frederic, Frederick, Frederik, Fredrik, Freja, Friedrich, Frédéric, Fuad, Fuat, Fumio, Fumzile
    Fábio, Gabor, Gabriel, Gabriela, Gabriele, Gabriella, Gadi, Galina, Gareth, Gary, Gautam, Gavin
    Gaël, Geert, Geeta, Genevieve, Geneviève, Gennady, Geoff, Geoffrey, Georg, George, Georgios, Gerald
    Geraldine, Geraldo, Gerard, Gerardo, Gerda, Gerhard, Gerry, Gert, Gertrud, Geun-hye, Ghada, Ghassan
    Ghazi, Gholam, Giacomo, Gian, Gianluca, Gianluigi, Gianni, Gibran, Gideon, Gilad, Gilbert, Gilberto
    Gilles, Gina, Gino, Giorgi, Giorgia, Giorgio, Giorgos, Giovanna, Giovanni, Giscard, Gisela, Gitanas
    Giulia, Giulio, Giuseppe, Gladys, Glenn, Gloria, Gokhan, Golda, Golnaz, Gonzalo, Goodluck, Gopal
    Goran, Gordon, Gotabaya, Govind, Graciela, Graham, Graziano, Greg, Gregor, Gregory, Gro, Grzegorz
    Guadalupe, Gudni, Gudrun, Guenter, Guillaume, Guillermo, Gulbuddin, Gulsen, Gunnar, Gunther, Guo
    Gurpreet, Gustaf, Gustav, Gustavo, Gwen, Gyorgy, Gyu-ri, György, Gábor, Gérard, Gül, Günter, Günther
    Ha-neul, Haakon, Habib, Hadi, Hae-jin, Hafez, Haidar, Haider, Haile, Hailemariam, Haiyan, Hakainde
    Hakan, Hakim, Hala, Halide, Halldór, Haluk, Halyna, Hamad, Hamdi, Hamed, Hamid, Hamza, Hana, Hanan
    Hande, Hani, Hank, Hanna, Hannah, Hannelore, Hans, Hans-Georg, Hao, Harald, Harish, Harold, Harriet
    Harrison, Harry, Harsh, Haruhiko, Haruki, Haruto, Harvey, Hasan, Hashem, Hashim, Hasina, Hassan
    Hatem, Hatice, Haya, Haytham, Hazel, Hazem, Heather, Hector, Heidi, Heike, Heiko, Heiner, Heinrich
    Heinz, Helen, Helene, Helga, Helle, Helmut, Hemant, Hendrik, Henri, Henrik, Henrique, Henry, Herbert
    Herman, Hernan, Hernán, Herta, Hervé, Herzi, Heung-min, Heydar, Hibatullah, Hideki, Hideo, Hilary
    Hildegard, Hillary, Hina, Hind, Hirohito, Hiroko, Hiroshi, Hiroyuki, Hisham, Hojjat, Holger, Holly
    Horacio, Horst, Hoshyar, Hosni, Hossein, Houda, Howard, Hsien, Hsien Loong, Htin, Hubert, Huda, Hugh
    Hugo, Hui, Hulusi, Hung, Husam, Huseyin, Hussain, Hussam, Hussein, Hyun, Hyun-woo, Håkan, Héctor
    Hélène, Hüseyin, Ian, Ibrahim, Ibrahima, Ichiro, Ida, Idris, Idriss, Ignacio, Igor, Ihab, Ihor
    Il-sung, Ilaria, Ildiko, Ilham, Ilir, Ilker, Ilya, Imad, Iman, Imelda, Imran, Inacio, Inas, Indira
    Indra, Ing-wen, Inga, Ingeborg, Ingo, Ingrid, Ingrida, Ingvar, Inácio, Inés, Inês, Ioana, Ioannis
    Ion, Ionut, Iqbal, Iraj, Irakli, Irene, Irina, Iryna, Isaac, Isabel, Isabela, Isabella, Isabelle
    Isaias, Isam, Ishaq, Ismael, Ismail, Ismet, Istvan, István, Itamar, Itzhak, Ivan, Ivana, Ivanka, Ivo
    Iyad, Izzat, İbrahim, Jaap, Jabbar, Jaber, Jabr, Jack, Jackie, Jacob, Jacqueline, Jacques, Jadwiga
    Jae-in, Jae-myung, Jae-yong, Jafar, Jagdish, Jahangir, Jaime, Jair, Jake, Jakub, Jalal, Jamal
    Jameel, James, Jamie, Jamil, Jamila, Jan, Jane, Janet, Janez, Janice, Janos, Janusz, Jared, Jaroslaw
    Jarosław, Jasmine, Jason, Jassim, Javad, Javier, Jawad, Jawaharlal, Jaya, Jayalalithaa, Jean
    Jean-Claude, Jean-Luc, Jean-Marc, Jean-Marie, Jean-Michel, Jean-Paul, Jean-Pierre, Jean-Yves, Jeff
    Jeffrey, Jelena, Jelle, Jen, Jennifer, Jenny, Jens, Jeong-eun, Jeremy, Jeroen, Jerome, Jerry, Jerzy
    Jesper, Jesse, Jessica, Jesús, Ji-hoon, Ji-sung, Ji-woo, Ji-young, Jian, Jianguo, Jianhua, Jibril
    Jie, Jill, Jim, Jimmy, Jin-woo, Jing, Jinping, Jintao, Jiri, Jiří, Jo, Joachim, Joan, Joanna, Joanne
    Joao, Joaquim, Joaquin, Joaquín, Jochen, Jodie, Joe, Joel, Joerg, Johan, Johann, Johanna, Johannes
    John, Johnny, Joko, Jomo, Jon, Jonas, Jonathan, Jong-il, Jong-nam, Jong-un, Joon-ho, Joost, Jorge
    Jorgen, Joris, Jose, Josef, Joseph, Josephine, Josh, Joshua, José, José Eduardo, Jovan, Joyce, João
    Joël, Ju-ae, Juan, Juana, Judith, Judy, Juergen, Juha, Julia, Julian, Julie, Julien, Juliette, Julio
    Julius, Jun-ho, Junichiro, Jussi, Justin, Jusuf, Jutta, Jyoti, Jyrki, János, Jérôme, Jörg, Jørgen
    Jürgen, Ka-chiu, Kadir, Kai, Kai-shek, Kailash, Kaja, Kamal, Kamala, Kamau, Kamel, Kamran, Karan
    Karen, Karim, Karin, Karl, Karl-Heinz, Karl-Theodor, Karolis, Karthik, Kasper, Kassem, Katalin, Kate
    Katerina, Kateryna, Katherine, Kathleen, Kathryn, Kathy, Katie, Katja, Katrin, Katrín, Kaveh, Kavita
    Kayla, Kazuo, Kazuyoshi, Kees, Kei, Keiko, Keir, Keisuke, Keith, Kelechi, Kelly, Kemal, Ken, Kenan
    Kenji, Kenneth, Kenta, Kenzo, Keqiang, Kerem, Kerry, Kevin, Keyvan, Khadija, Khaldoun, Khaled
    Khaleda, Khalid, Khalifa, Khalil, Khawaja, Khin, Khosrow, Ki-moon, Kianoush, Kim, Kimberly, Kipchoge
    Kiprono, Kiran, Kiril, Kirill, Kirk, Kirsten, Klaudia, Klaus, Koen, Kofi, Koichi, Koji, Konrad
    Konstantin, Konstantinos, Kourosh, Krishna, Krisjanis, Kristen, Kristian, Kristin, Kristján
    Kristoffer, Krzysztof, Ksenia, Kuan, Kuan Yew, Kumar, Kun, Kurt, Kwame, Kwan, Kwesi, Kyle, Kylian
    Kyriakos, Kyung-wha, Laetitia, Laila, Lakshmi, Lalit, Lamido, Larisa, Larissa, Larry, Lars, Laszlo
    Lata, Laura, Lauren, Laurence, Laurent, Laurie, Lawrence, Layla, Leah, Lech, Lee, Lei, Leif, Leila
    Lena, Leni, Leo, Leonard, Leonardo, Leonid, Leopold, Leslie, Leticia, Levon, Lewis, Leyla, Liam
    Lillian, Lina, Linda, Lindsay, Lindsey, Lionel, Lisa, Livia, Liz, Lloyd, Lodewijk, Lois, Lorena
    Lorenzo, Lothar, Louay, Louis, Louise, Loïc, Luay, Lubna, Luc, Luca, Lucas, Lucia, Luciana, Luciano
    Lucien, Lucy, Lucía, Ludmila, Ludovic, Ludwig, Luigi, Luis, Luiz, Lujain, Luke, Lutz, Luz, Luísa
    Lydia, Lynn, Lyudmila, László, Léa, Maarten, Maciej, Macky, Madeleine, Madhav, Magdalena, Magnus
    Maha, Mahathir, Mahatma, Mahdi, Mahendra, Maher, Mahesh, Mahinda, Mahmoud, Mahmud, Mahnaz, Mahsa
    Maithripala, Maja, Majed, Majid, Mako, Makoto, Maksim, Maksym, Malala, Malcolm, Malek, Malgorzata
    Malik, Malika, Malin, Mamadou, Mamata, Mamnoon, Manal, Mandla, Manfred, Manish, Manmohan, Manoj
    Manon, Mansour, Mansoureh, Manuel, Manuela, Marc, Marcel, Marcela, Marcello, Marcelo, Marcia, Marco
    Marcos, Marcus, Marek, Margaret, Margarita, Margaux, Margot, Margrethe, Maria, Mariama, Mariana
    Marianne, Mariano, Marie, Marie-Claire, Marija, Mariko, Marilyn, Marine, Mario, Marion, Mariusz
    Marjorie, Markus, Marlene, Marta, Martha, Martin, Martine, Martín, Marvin, Marwa, Marwan, Mary
    Maryam, Masahiro, Masako, Masato, Masayoshi, Masih, Masoud, Masrour, Massimo, Massoud, Mateo
    Mateusz, Mathieu, Mats, Matt, Matteo, Matthew, Matthias, Matthieu, Mattias, Maulana, Maureen
    Maurice, Mauricio, Maurizio, Maxim, Maxima, Maxime, Maxine, Mayawati, Mazen, Mazloum, Małgorzata
    Meena, Meera, Megan, Megawati, Meghan, Mehdi, Mehmet, Mehmet Ali, Mehran, Mehrdad, Mei, Meir
    Melania, Melanie, Meles, Melih, Melissa, Melvin, Menachem, Meng, Meral, Merav, Meredith, Merve
    Mesut, Mette, Mevlut, Mevlüt, Michael, Michel, Michele, Michelle, Michiko, Michèle, Micky, Miguel
    Mihai, Mikael, Mike, Mikhail, Mikhaylo, Mikheil, Miki, Mikko, Mildred, Milica, Millie, Milorad
    Milos, Miloš, Milton, Min Aung, Min-ho, Min-jun, Mina, Ming, Minh, Minoru, Mireille, Mirella, Miri
    Mirjana, Miroslav, Mitch, Mitchell, Mladen, Moaz, Mobutu, Mohamad, Mohamed, Mohammad, Mohammed
    Mohan, Mohandas, Mohannad, Mohsen, Mojtaba, Molly, Mona, Moncef, Monica, Monika, Monique, Moo-hyun
    Morgan, Morten, Morteza, Moshe, Mouaz, Mounir, Moussa, Mswati, Muammar, Muhammad, Muhammad Ali
    Muhammadu, Muhannad, Muharrem, Muhyiddin, Mukesh, Mukhtar, Mulatu, Muna, Munir, Munther, Muqtada
    Murat, Muriel, Musa, Mustafa, Mustapha, Mwai, Myint, Mykhailo, Mykola, Myung-bak, Mélanie, Nabih
    Nabil, Nada, Nader, Nadezhda, Nadia, Nadim, Nadine, Nadir, Naftali, Nahid, Nahla, Naim, Naji, Najib
    Najla, Nana, Nandini, Naoko, Naomi, Naoto, Narendra, Narges, Naruhito, Nasir, Nasrin, Nasser, Nassir
    Natalia, Natalie, Nataliya, Natalya, Natan, Natasha, Nathalie, Nathan, Nathaniel, Natsuko, Naveen
    Nawaf, Nawal, Nawaz, Nayef, Nayib, Nazanin, Nazir, Nechirvan, Necmettin, Neha, Neil, Nelson, Ngina
    Ngozi, Nicholas, Nick, Nicola, Nicolae, Nicolas, Nicole, Nicoletta, Nicolás, Nidal, Niels, Nigel
    Nikhil, Nikita, Niklas, Nikol, Nikola, Nikolai, Nikolay, Nikos, Niloofar, Niloufar, Nils, Ning, Nino
    Nir, Nirmala, Nitin, Nitish, Nitzan, Nizar, Nkosazana, Nnamdi, Noah, Nobuo, Noel, Noor, Nora
    Norbert, Noriko, Norma, Norman, Norodom, Nour, Nouri, Novak, Noémie, Nuno, Nurettin, Nuri, Nursultan
    Octavio, Odile, Ofer, Oksana, Olaf, Olav, Ole, Oleg, Oleh, Oleksandr, Oleksii, Oleksiy, Olena, Olga
    Olha, Oliver, Olivia, Olivier, Olusegun, Omar, Omer, Omran, Ondrej, Onur, Orhan, Orly, Ornella
    Osama, Osamu, Oscar, Osman, Othman, Otto, Oumar, Ousmane, Owen, Ozgur, Paavo, Pablo, Paetongtarn
    Pamela, Panagiotis, Pankaj, Paola, Paolo, Parisa, Parvez, Parviz, Pascal, Patrice, Patricia, Patrick
    Paul, Paula, Pauline, Paulo, Pavel, Pavlo, Payam, Pedro, Peer, Peggy, Pekka, Peng, Pervez, Petar
    Peter, Petr, Petra, Petro, Petteri, Peyman, Phil, Philip, Philippe, Phillip, Phoebe, Phuc, Phyllis
    Piero, Pierre, Piet, Pieter, Pietro, Pilar, Piotr, Pita, Plamen, Pooja, Poul, Pouya, Prabowo
    Prakash, Pranab, Prashant, Pratibha, Pravin, Prayut, Prayuth, Prem, Priscilla, Priya, Priyanka
    Pushpa, Qais, Qamar, Qasem, Qasim, Qassem, Qiang, Qing, Qishan, Quentin, Rabab, Rabih, Rachel
    Rachid, Rachida, Radek, Radha, Radoslaw, Radosław, Radovan, Raed, Rafael, Raffaele, Raffaella, Rafic
    Rafik, Raghuram, Ragnar, Rahul, Raila, Rainer, Rajendra, Rajesh, Rajiv, Rajnath, Rakesh, Ralph
    Ramazan, Ramesh, Rami, Ramon, Ramush, Ramzan, Ramón, Rana, Randall, Randy, Rania, Ranil, Ranjit
    Raphael, Raphaël, Rasha, Rashad, Rashed, Rashid, Rasmus, Ratan, Ratko, Raul, Ravi, Rayan, Raymond
    Razan, Raúl, Rebecca, Recep, Recep Tayyip, Redur, Reem, Reema, Reginald, Rehman, Reiner, Reinhard
    Remi, Renata, Renate, Renato, Renaud, Rene, Renzo, René, Retno, Reuven, Rex, Reza, Rezan, Rhys, Riad
    Ricardo, Riccardo, Richard, Rick, Ricky, Rima, Rishi, Rita, Riyad, Robert, Roberta, Roberto, Rocío
    Rod, Rodney, Rodrigo, Roger, Rohit, Rojda, Roland, Rolf, Romain, Romano, Ron, Ronald, Rong, Ronnie
    Rosa, Rosemary, Rosmah, Ross, Rouhollah, Roy, Roya, Ruben, Rubén, Rudolf, Ruhollah, Rui, Rumen
    Rupert, Ruslan, Russell, Rutger, Ruth, Ruud, Ryan, Ryo, Ryota, Ryszard, Régis, Rémi, Rüdiger, Saad
    Sabah, Sabine, Sachin, Sadako, Saddam, Sadegh, Sadie, Sadio, Sadiq, Saeb, Saeed, Saeid, Safa, Safwan
    Sagar, Sahin, Sahra, Saif, Sakura, Salah, Salam, Saleh, Sali, Salih, Salim, Sally, Salma, Salman
    Salome, Salva, Salvatore, Sam, Saman, Samantha, Samar, Samer, Sami, Samia, Samir, Samira, Samuel
    Sanae, Sandeep, Sander, Sandra, Sandro, Sania, Sanjay, Sanjeev, Sanna, Santosh, Sara, Sarah, Sari
    Sasha, Saskia, Satish, Satoshi, Satya, Saud, Sauli, Sawsan, Scott, Sean, Sebastian, Sebastien
    Segolene, Seif, Seiji, Sekou, Selahattin, Selam, Selcuk, Selim, Seo-yeon, Sepp, Serdar, Serge
    Sergei, Sergey, Sergio, Serhii, Serhiy, Serkan, Serzh, Seth, Seung-min, Seydou, Shadi, Shahbaz
    Shahid, Shahin, Shahram, Shai, Shaima, Shaker, Shan, Shannon, Sharon, Shashi, Shaukat, Shaul, Shaun
    Shawn, Shehbaz, Sheila, Shekhar, Shelley, Sherry, Sherwan, Shigeki, Shigeru, Shikha, Shimon
    Shinichi, Shinji, Shinjiro, Shinzo, Shireen, Shirin, Shirley, Shivraj, Shlomo, Shmuel, Shohei
    Shoichi, Shreya, Shu, Shui-bian, Shvan, Siamak, Sibylle, Sidney, Siegfried, Siegmar, Sigmar, Signe
    Sigrid, Sigurd, Silke, Silvia, Silvio, Simon, Simona, Simone, Sinan, Sindiso, Siphiwe, Sipho
    Sirajuddin, Sirimavo, Siv, Sjoerd, Slobodan, Smriti, Snežana, Sofía, Soheil, Sokha, Solange, Solveig
    Soner, Sonia, Soo-hyun, Soo-jin, Sophia, Sophie, Soren, Sota, Spencer, Srettha, Sri Mulyani
    Srinivas, Stacey, Stacy, Stanislav, Stanisław, Stanley, Stavros, Stefan, Stefania, Stefanie, Stefano
    Steffen, Stella, Stepan, Stephane, Stephanie, Stephen, Steve, Steven, Stewart, Stig, Stine, Stuart
    Stéphane, Subhash, Sudhir, Suhail, Suharto, Suheir, Sujata, Suk-yeol, Sukarno, Sulaiman, Suleiman
    Suleyman, Sundar, Sung-min, Suresh, Susan, Susanne, Sushil, Sushma, Susie, Susilo, Suu Kyi, Suzanne
    Svein, Sven, Svenja, Svetlana, Sviatlana, Svitlana, Swati, Sylvain, Sylvia, Sylvie, Sébastien
    Ségolène, Søren, Süleyman, Tadashi, Tae-hyun, Tae-woo, Taghi, Taha, Tahani, Taher, Takako, Takashi
    Takeshi, Talal, Talib, Tamer, Tamim, Tamir, Tammam, Tammy, Tanja, Tansu, Tanya, Tao, Tara, Taras
    Tarek, Tareq, Tariq, Tarja, Taro, Tatiana, Tatsuya, Tatyana, Taufik, Tawakkol, Tayyip, Ted, Tedros
    Tejashwi, Tendai, Teodoro, Terence, Teresa, Terry, Tetsuya, Tewodros, Thabo, Thaer, Thaksin, Thandi
    Thanh, Thein, Thelma, Themba, Theo, Theodor, Theodore, Theresa, Thi, Thiago, Thibault, Thierry
    Thijs, Thilo, Thomas, Thorbjørn, Thorsten, Théo, Tiago, Tiffany, Tigist, Tilman, Tim, Timo, Timothy
    Tina, Ting, Tiziana, Tobias, Todd, Tolga, Tom, Tomas, Tomasz, Tomislav, Tommy, Tomoko, Tomás, Toni
    Tony, Toomas, Torbjorn, Torsten, Toru, Toshiaki, Toshihiro, Toshio, Tracey, Tracy, Traian, Travis
    Trevor, Trong, Tsai, Tsegaye, Tsutomu, Tuan, Tunku, Turgut, Tyler, Tzachi, Tzipi, Uddhav, Ugur
    Uhuru, Ulf, Ulrich, Ulrike, Uma, Umaru, Umberto, Umit, Umut, Uri, Ursula, Usama, Usha, Uta, Ute, Uwe
    Uzi, Vaclav, Vadim, Vadym, Vahid, Valdis, Valentina, Valentino, Valentyna, Valeria, Valerie, Valery
    Valéry, Vandana, Vanessa, Vasco, Vasile, Vasily, Vassilis, Vasyl, Venkaiah, Venkatesh, Vera, Vernon
    Veronica, Vicky, Vidya, Vijay, Vikram, Viktor, Viktoria, Ville, Vinay, Vince, Vincent, Vincenzo
    Vinicius, Vinod, Vinícius, Virat, Virginie, Virginio, Vishal, Vitali, Vitaliy, Vitaly, Vittoria
    Vittorio, Vivek, Vivian, Vjosa, Vladimir, Vladislav, Vlado, Vojislav, Volkan, Volker, Volodymyr
    Vyacheslav, Václav, Wael, Wafa, Wafiq, Waleed, Walid, Walter, Waltraud, Wanda, Wangari, Wanjiru
    Warren, Wassim, Wayne, Wei, Weiwei, Wen, Wenbin, Wendy, Wenliang, Werner, Wesley, Wilfred, Wilhelm
    Willem, Willem-Alexander, William, Willie, Willy, Wim, Winfried, Winnie, Winston, Wladyslaw
    Wojciech, Wole, Wolfgang, Wolfram, Xanana, Xavier, Xia, Xiang, Xiao, Xiaobo, Xiaoping, Ximena, Xin
    Xiu, Xuan, Xue, Yaakov, Yadollah, Yael, Yaghoub, Yahya, Yair, Yan, Yana, Yang, Yanis, Yann, Yannick
    Yannis, Yaroslav, Yasar, Yaser, Yash, Yashwant, Yasin, Yasir, Yasser, Yassin, Yasuo, Yavuz, Yaya
    Yegor, Yehia, Yehuda, Yekaterina, Yelena, Yemi, Yevgeny, Yevhen, Yi, Yigit, Ying, Ying-jeou
    Ying-wen, Yingluck, Yisrael, Yitzhak, Yo-jong, Yoav, Yogi, Yoichi, Yoko, Yolanda, Yong, Yong-ho
    Yong-nam, Yoram, Yoshihide, Yoshihiko, Yoshiko, Yoshitaka, Yossi, Younes, Young-chul, Yousaf, Yousef
    Youssef, Yousuf, Yoweri, Yu-na, Yuan, Yue, Yuichi, Yuki, Yukiko, Yukio, Yuli, Yulia, Yuliya, Yumi
    Yun, Yun-seok, Yuri, Yuriko, Yuriy, Yusuf, Yusuke, Yuval, Yves, Yvette, Yvonne, Zabihullah, Zachary
    Zaher, Zahid, Zahir, Zahra, Zaid, Zainab, Zakaria, Zaki, Zalmay, Zana, Zaw, Zbigniew, Zdravko
    Zedong, Zeev, Zeid, Zeina, Zeljko, Zemin, Zeynep, Zhen, Zheng, Zhong, Zia, Ziad, Zine, Ziyad, Zlatan
    Zodwa, Zoe, Zohreh, Zoltan, Zoltán, Zoran, Zulfikar, Zulfiqar, Zuma, Zuzana, Zvi, Zühtü, Álvaro, Åsa
    Édouard, Élisabeth, Élise, Éric, Étienne, Óscar, Ömer, Özgür, Željko
    """

  /// Given names that are also common English words, months or places.
  ///
  /// A match counts as a PERSON only with proof: a title, a surname from the lists, or a reporting
  /// verb.
  static let ambiguousGivenNames = """
    Abbey, Amber, Amor, Angel, Ante, April, Art, Ash, Asia, August, Austin, Autumn, Ban, Basil, Bay
    Bill, Billy, Bishop, Blake, Blessing, Blossom, Bo, Bonnie, Brandy, Bright, Brook, Brooke, Brooklyn
    Bud, Buddy, Can, Candy, Carol, Carter, Chad, Chance, Charity, Chase, Chelsea, Cherry, Chip
    Christian, Clay, Cliff, Cole, Colt, Comfort, Constance, Cooper, Coral, Cruz, Crystal, Daisy, Dale
    Dallas, Dash, Dawn, Dean, Denver, Desta, Destiny, Dev, Dick, Dolly, Dolores, Don, Drew, Duke, Dusty
    Earl, Eden, Elder, Eve, Faith, Fang, Fay, Fern, Finn, Flora, Forest, Fortune, Fox, Frank, Gage, Gale
    Gang, Gay, Gene, Genesis, Georgia, Gift, Ginger, Glen, Grace, Grant, Gray, Guy, Hardy, Harmony
    Honor, Hope, Hun, Hunter, Ike, India, Innocent, Iris, Islam, Israel, Ivy, Jade, Jay, Jesus, Jet
    Jewel, Jihad, Jordan, Journey, Joy, Jun, June, Justice, Kenya, King, Lal, Lance, Lane, Lark, Laurel
    Legend, Les, Lily, Linden, Ling, London, Love, Mack, Madison, Mai, Major, Man, Marina, Mark, Mason
    Max, May, Melody, Memory, Mercedes, Mercy, Merit, Merry, Messiah, Milan, Miles, Mir, Myrtle, Na
    Norm, Ola, Olive, Opal, Paris, Pat, Patience, Patty, Pearl, Penny, Pepper, Per, Phoenix, Pier
    Pierce, Ping, Piper, Poppy, Porter, Precious, Prince, Prudence, Queen, Rain, Raj, Ram, Ray, Red
    Reed, Reef, Rich, Rip, River, Rob, Robin, Rock, Rocky, Roman, Rosario, Rose, Rowan, Royal, Ruby
    Rusty, Sage, Said, Saint, Salem, Salvador, Sana, Sandy, Santiago, Savannah, Serenity, Shah, Sher
    Sierra, Sincere, Skip, Sky, Skye, Sofia, Sonny, Sri, Star, Sterling, Stone, Storm, Story, Sue
    Sultan, Summer, Sunny, Sydney, Tad, Tanner, Temperance, Tiger, Tore, Trey, Trinity, Troy, True
    Valencia, Van, Victor, Victoria, Victory, Viola, Violet, Virginia, Wade, Ward, West, Wiley, Will
    Winter, Wolf, Woody, Wren
    """

  /// Surnames over many cultures, as English-language news spells them.
  ///
  /// A match after a given name, an initial or a title ends a PERSON. Common English words are in
  /// `ambiguousSurnames`.
  static let surnames = """
    Abacha, Abadi, Abbas, Abbasi, Abbott, Abdallah, Abdelaziz, Abdollahian, Abdul-Mahdi, Abdullah, Abe
    Abhisit, Abiy, Abrams, Abubakar, Achebe, Achour, Ackermann, Acosta, Adams, Adamson, Adani, Adeleke
    Adenauer, Adesina, Adichie, Advani, Aflaq, Afwerki, Agarwal, Aguilar, Aguirre, Ahidjo, Ahmad, Ahmadi
    Ahmadinejad, Ahmed, Akar, Akhmetov, Akhund, Akhundzada, Akin, Aksener, Aksyonov, Akufo-Addo, Akşener
    Al-Assad, al-Assad, Al-Maliki, Al-Sisi, Albayrak, Albright, Alexander, Aliyev, Allawi, Allen
    Alloush, Almagro, Alonso, Alvarez, Ambani, Amin, Amini, Anand, Andersen, Anderson, Andersson
    Andrews, Annan, Aoki, Aoun, Aquino, Arafat, Araghchi, Ardern, Aridi, Arinc, Armstrong, Arnold
    Arnous, Arroyo, Asante, Aso, Assad, Assaf, Assange, Atambayev, Atassi, Ataturk, Atatürk, Atiku
    Atkinson, Attal, Attar, Aubry, Austin, Awad, Aydin, Ayrault, Aziz, Aznar, Babacan, Babis, Babiš
    Bachchan, Bachelet, Bachmann, Badawi, Bae, Baek, Baerbock, Baghaei, Baghdadi, Bah, Bahceli, Bahçeli
    Bai, Bailey, Bajwa, Bakiyev, Bakker, Bakr, Balkenende, Balladur, Banda, Banerjee, Banna, Bao
    Baradar, Barak, Baraka, Barakat, Bardella, Barghouti, Barnes, Barnett, Barnier, Barr, Barrett
    Barrow, Barton, Barzani, Basbug, Basescu, Bashir, Bastrykin, Bauer, Baumann, Bayrou, Bazargan, Beck
    Becker, Beckham, Belousov, Ben Ali, Ben-Gurion, Ben-Gvir, Benn, Bennett, Benson, Benítez
    Berdymukhamedov, Berg, Berlusconi, Bernard, Berri, Bersani, Bertrand, Bhagwat, Bhatt, Bhattacharya
    Bhutto, Bianchi, Biden, Bildt, Bitar, Biya, Blair, Blake, Blanco, Blinken, Bloomberg, Boateng
    Bogdan, Bogdanov, Bolsonaro, Bolton, Boluarte, Bondevik, Bongo, Boric, Borisov, Borrell, Bose
    Bouchard, Boukhari, Bouteflika, Bowen, Bowman, Boyd, Boyle, Bozdag, Bozize, Bradley, Brady, Brandt
    Breivik, Brennan, Brezhnev, Brooks, Bryant, Buchanan, Buhari, Bui, Bukele, Burgess, Burhan, Burke
    Burnham, Burton, Buttigieg, Byrne, Cabrera, Cai, Calderon, Calderón, Callaghan, Camara, Cameron
    Campbell, Cao, Capriles, Cardoso, Carlsson, Carney, Carr, Carroll, Carson, Carter, Castillo, Castro
    Cavusoglu, Cazeneuve, Ceausescu, Celik, Cerar, Chahine, Chakraborty, Chakwera, Chalabi, Chan
    Chan-o-cha, Chang, Chapman, Chatterjee, Chauhan, Chavez, Chen, Cheney, Cheng, Cheung, Chiang
    Chidambaram, Chirac, Chissano, Choe, Choi, Chopra, Choudhary, Chowdhury, Christie, Chu, Chubais
    Chung, Chávez, Clark, Clarke, Clinton, Clooney, Cohen, Coleman, Collins, Colombo, Comey, Compaore
    Compaoré, Condé, Connolly, Conti, Contreras, Conté, Cooper, Corbyn, Correa, Cortez, Costa, Cox
    Craig, Crawford, Cruz, Cui, Cunningham, Cuomo, Cárdenas, Dahlan, Daley, Dang, Dangote, Daniels
    Darmanin, Darwish, Das, Davidson, Davies, Davis, Davutoglu, Davutoğlu, Dawson, Dayan, de Jong, Deby
    Delgado, Delors, Demir, Demirel, Demirtas, Demirtaş, Deng, Depardieu, Derbas, Deri, Desai, Desalegn
    DeSantis, Deschamps, Deshmukh, Dhoni, Diallo, Diaz, Dijsselbloem, Dinh, Diop, Diouf, Dixon, Djokovic
    Djukanovic, Dlamini, Dlamini-Zuma, Doan, Dobrindt, Dodik, Dodon, Dogan, Doherty, Domínguez, Dong
    Donnelly, Dostum, Douglas, Doyle, Draghi, Dragnea, Drogba, Duan, Dubois, Duda, Duffy, Dugin, Duncan
    Dundar, Dunn, Duong, Dupont, Duque, Durand, Duterte, Dutt, Dvorkovich, Déby, Díaz-Canel, Dündar
    Ebadi, Ebner, Ebtekar, Ecevit, Edelstein, Edwards, Eisenkot, el-Sisi, Ellis, Endo, Erbakan, Erdogan
    Erdoğan, Erekat, Erhard, Eriksson, Escobar, Esfahani, Eshkol, Espinoza, Essebsi, Estrada, Evans
    Evren, Eyadema, Fabius, Fadnavis, Faisal, Fang, Farage, Farmaajo, Farouk, Fauci, Faye, Fayemi
    Faymann, Fayyad, Fedorov, Feijóo, Feng, Ferguson, Fernandes, Fernandez, Fernández, Ferrari, Ferreira
    Fico, Fidan, Figueroa, Fillon, Fischer, Fisher, Fitzgerald, Flanagan, Fleming, Fletcher, Flores
    Flynn, Foley, Fong, Fonseca, Foster, Fournier, Fraser, Frederiksen, Freeman, Frick, Friedman
    Friedrich, Fu, Fuentes, Fujii, Fujimori, Fujita, Gabriel, Gaddafi, Gallagher, Gallardo, Galvez
    Gandhi, Ganguly, Gantz, Ganzouri, Gao, Garang, Garcia, García, Gardner, Garland, Gauck, Gauthier
    Gbagbo, Geagea, Gebreyesus, Gemayel, Geng, Genscher, Gentiloni, Gerasimov, Ghalibaf, Ghalioun, Ghani
    Ghannouchi, Ghasemi, Ghazali, Ghosh, Gibson, Gilbert, Girard, Giuliani, Glazyev, Gnassingbé, Goita
    Goldberg, Goldman, Gomes, Gomez, Gonzales, Gonzalez, González, Goodman, Gorbachev, Gordon, Goto
    Gowda, Gowon, Goïta, Graf, Graham, Greene, Griffin, Griffiths, Grillo, Guaido, Guaidó, Guelleh
    Guerrero, Gulen, Guo, Gupta, Gurses, Gustafsson, Guterres, Gutierrez, Gutiérrez, Guttenberg, Guzman
    Guzmán, Gwon, Gómez, Gülen, Haavisto, Habeck, Habib, Habre, Haddad, Hadi, Haftar, Hagen, Hahn
    Haidar, Haider, Hajj, Hakan, Hale, Halevi, Haley, Halvorsen, Hamad, Hamdan, Hamdok, Hamilton
    Hammond, Hammoud, Hamon, Haniyeh, Hanoun, Hansen, Hanson, Hao, Haqqani, Harada, Hariri, Harper
    Harris, Harrison, Hart, Hartmann, Hasan, Hasegawa, Hashemi, Hashimoto, Hasina, Hassan, Hatoyama
    Havel, Hawkins, Hayashi, Hayes, Healey, Hekmatyar, Henderson, Hernandez, Hernández, Herrera, Herzog
    Hichilema, Hicks, Hidalgo, Higgins, Hijab, Hijazi, Hitler, Hlaing, Hoang, Hobbs, Hofer, Hoffman
    Hoffmann, Hogan, Hollande, Holmes, Honda, Hong, Hopkins, Hosseini, Hou, Houphouët-Boigny, Houry
    Howard, Hsieh, Hsu, Hu, Huang, Huber, Hughes, Hui, Humala, Hurst, Hussein, Huynh, Hwang, Hyun
    Ibarra, Ibrahim, Ibrahimovic, Ibrahimović, Iglesias, Iliescu, Imamoglu, Inoue, Iohannis, Ishiba
    Ishihara, Ishii, Ishikawa, Issa, Ito, Ivanishvili, Ivanov, Ivanova, Ivanovic, Iweala, Iyer
    Izetbegovic, İmamoğlu, Jaafari, Jabbour, Jackson, Jacobs, Jacobson, Jafari, Jahangiri, Jain
    Jaishankar, Jaitley, Jalili, Jamali, James, Jammeh, Jang, Jankovic, Jannati, Jansa, Janša, Japarov
    Jefferson, Jenkins, Jennings, Jensen, Jeon, Jeong, Jha, Jia, Jiang, Jimenez, Jiménez, Jin, Jo
    Johansen, Johansson, Johnson, Johnston, Jokowi, Jonathan, Jones, Jonsson, Jordan, Joshi, Jovanovic
    Joyce, Judd, Juma, Jumblatt, Juncker, Jung, Juppe, Juppé, Kabila, Kabore, Kaboré, Kaczynski
    Kaczyński, Kadhimi, Kadyrov, Kagame, Kahane, Kalin, Kan, Kane, Kang, Kaplan, Kapoor, Kara, Karadeniz
    Karadzic, Karadžić, Karam, Karami, Karat, Karimi, Karimov, Karlsson, Karman, Karroubi, Karzai
    Kasparov, Kassab, Kassem, Kasyanov, Kato, Katz, Kaunda, Kaur, Kavala, Kavanaugh, Kawaguchi, Kaya
    Keane, Keating, Keita, Kejriwal, Keller, Kelly, Kennedy, Kenyatta, Kerr, Kerry, Keïta, Khaddam
    Khalidi, Khalil, Khalilzad, Khamenei, Khan, Khanna, Khashoggi, Khatami, Khatib, Khodorkovsky
    Khomeini, Khoury, Khrushchev, Kibaki, Kidd, Kiir, Kikwete, Kilicdaroglu, Kim, Kimura, Kirchner
    Kirienko, Kiriyenko, Kishida, Kissinger, Klaus, Klein, Klimkin, Klinsmann, Klitschko, Klopp, Knox
    Ko, Kobayashi, Koc, Koch, Kochavi, Koenig, Kohl, Kohli, Koike, Koirala, Koizumi, Kolesnikova
    Komorowski, Konashenkov, Kondo, Kone, Kong, Kono, Koné, Koo, Kopacz, Koroma, Kovac, Kovacs, Kozak
    Kraus, Kravchuk, Kretschmann, Krishnan, Kristensen, Kristersson, Krugman, Kuchma, Kuleba, Kulkarni
    Kumaratunga, Kuroda, Kurosawa, Kurt, Kurtulmus, Kurz, Kushner, Kuti, Kuznetsov, Kwak, Kwasniewski
    Kwok, Kwon, Köhler, König, Kılıçdaroğlu, Lafontaine, Lagarde, Lai, Lam, Lambert, Lange, Lapid
    Larijani, Larsen, Larson, Larsson, Laschet, Lau, Lavoie, Lavrov, Lawrence, Lawson, Leach, Lebed
    Lebedev, Leclerc, Lecornu, Lee, Lefebvre, Lehman, Lehmann, Lei, Lemaire, Lenin, Leung, Levin, Levy
    Lewis, Li, Liang, Liao, Liberman, Lieberman, Lim, Lin, Lincoln, Lindberg, Lindgren, Lindner, Ling
    Litvinenko, Liu, Livni, Lloyd, Lofven, Lombardi, Lopes, Lopez, Lowe, Lu, Lugo, Lukashenko, Lumumba
    Lundgren, Lungu, Luo, Luong, Luzhkov, Lv, Lynch, Lyu, López, Löfven, Maas, Maathai, Macapagal
    MacDonald, Macdonald, Machado, Machar, Mackenzie, Macmillan, Macri, Macron, Madden, Maduro, Maeda
    Magsaysay, Magufuli, Mahama, Mahathir, Maier, Maizière, Maldonado, Malema, Malhotra, Malik, Maliki
    Malone, Mancini, Mandela, Mann, Mansoor, Mansour, Mao, Maqdisi, Maradona, Marcos, Margvelashvili
    Marin, Marino, Marquez, Marshall, Martin, Martinez, Martins, Martínez, Mashaal, Matsuda, Matsui
    Matsumoto, Mattarella, Mattis, Matviyenko, Maxwell, Mayer, Mbappe, Mbappé, Mbeki, McCain, McCarthy
    McConnell, McDonald, McGregor, McKenzie, McLaughlin, McMaster, Medina, Medvedev, Mehsud, Mehta
    Meier, Meir, Mekdad, Melenchon, Meloni, Mendes, Mendez, Mendoza, Menem, Meng, Mengistu, Menon
    Meqdad, Merkel, Merz, Messi, Meyer, Michaud, Mikati, Milanovic, Milei, Miliband, Miller, Milosevic
    Milošević, Mironov, Mirziyoyev, Mishra, Mishustin, Mitchell, Mitsotakis, Mittal, Mitterrand, Mizrahi
    Mladic, Mladić, Mnangagwa, Moallem, Modi, Modric, Mogherini, Mohamad, Mohammadi, Mohamud, Mohan, Moi
    Molina, Montero, Montgomery, Moore, Moradi, Morales, Moran, Morawiecki, Moreno, Morgan, Mori, Moro
    Morozov, Morris, Morrison, Morsi, Morton, Mosaddegh, Moscovici, Motegi, Motlanthe, Motsepe, Mottaki
    Mousavi, Muallem, Mubarak, Mueller, Mugabe, Muhyiddin, Mukherjee, Mulvaney, Munoz, Muntefering
    Murad, Murakami, Murayama, Murdoch, Murphy, Murray, Museveni, Musharraf, Musk, Mussolini, Mutharika
    Muñoz, Mwangi, Márquez, Mélenchon, Müller, Nadella, Nagy, Nahhas, Naidu, Nair, Najib, Najjar
    Nakajima, Nakamura, Nakasone, Nakayama, Nam, Napolitano, Naqib, Narayan, Narayanan, Naryshkin, Nash
    Nasrallah, Nassar, Nasser, Navalny, Navarro, Nazarbayev, Ndayishimiye, Ndiaye, Neal, Nebenzia
    Nehammer, Nehru, Nejad, Nelson, Nemtsov, Netanyahu, Neumann, Neves, Newman, Newton, Neymar, Ngo
    Nguema, Ngugi, Nguyen, Nicholson, Nielsen, Niinisto, Niinistö, Nikitin, Nikolic, Nilsson, Ning
    Nishimura, Nixon, Nkrumah, Nkurunziza, Noboa, Noda, Noh, Nolan, Noorzai, Novak, Novikov, Nowak
    Nunez, Nyerere, Núñez, O'Brien, O'Connor, O'Neill, O'Sullivan, Obama, Obasanjo, Obuchi, Ocalan, Odeh
    Odinga, Ogawa, Ojukwu, Okada, Okafor, Okeke, Okonjo-Iweala, Okonkwo, Oktay, Oli, Oliveira, Oliver
    Olmert, Olsen, Olson, Olsson, Omondi, Ono, Onyango, Orban, Orbán, Orpo, Ortega, Ortiz, Osaka
    Osborne, Osei, Osinbajo, Ota, Othman, Otieno, Ouattara, Owens, Owusu, Ozal, Ozdemir, Ozturk, Pacheco
    Pacquiao, Pahlavi, Paik, Paine, Palin, Palme, Pamuk, Panneerselvam, Papandreou, Parker, Parrikar
    Parrish, Parsons, Pashinyan, Patel, Patterson, Paulson, Pavlov, Pavlovic, Pecresse, Pedersen, Pelosi
    Pena, Pence, Peng, Pereira, Peres, Peretz, Perez, Perkins, Perry, Persson, Peskov, Petersen
    Peterson, Petkov, Petraeus, Petrenko, Petro, Petrov, Pezeshkian, Peña, Peña Nieto, Pham, Phan
    Phillips, Pichai, Pillai, Pinera, Pinochet, Pinto, Pistorius, Pitt, Piñera, Plenkovic, Polat
    Politkovskaya, Pompeo, Pompidou, Ponta, Poole, Popescu, Popov, Popovic, Poroshenko, Powell
    Prachanda, Prasad, Prigozhin, Primakov, Prodi, Pryor, Puigdemont, Putin, Pérez, Qabbani, Qaddafi
    Qadhafi, Qalibaf, Qasim, Qassem, Qian, Qin, Qiu, Quinn, Quintero, Qureshi, Raab, Rabin, Radev
    Rafsanjani, Raghavan, Rahimi, Rahman, Rahmon, Rainsy, Raisi, Rajan, Rajapaksa, Rajavi, Rajoy, Raman
    Ramaphosa, Ramirez, Ramos, Ramírez, Rao, Rashid, Rasmussen, Ratzinger, Rawlings, Razak, Reagan
    Reddy, Rees-Mogg, Reeves, Reid, Reinders, Reinfeldt, Ren, Reynolds, Rezaei, Rhee, Ribeiro, Ricci
    Richards, Richardson, Richter, Rifai, Riley, Rinaldi, Rivera, Rivlin, Robb, Roberts, Robertson
    Robinson, Robredo, Rodrigues, Rodriguez, Rodríguez, Rogers, Rogozin, Roh, Rojas, Romano, Romero
    Romney, Ronaldo, Roosevelt, Rosenberg, Rosenstein, Rosenthal, Rossi, Roth, Rouhani, Rousseau
    Rousseff, Roy, Rubio, Ruiz, Rumsfeld, Rushdie, Russell, Russo, Ruto, Rutte, Ryan, Ryu, Sa'ar
    Saakashvili, Sabra, Sadat, Sadeghi, Sadr, Saez, Safadi, Sahin, Saied, Saito, Sakamoto, Salam
    Salameh, Salazar, Saleh, Salehi, Salinas, Sall, Salman, Salmond, Salvini, Samaras, Sanchez, Sanders
    Sandu, Sankara, Sankoh, Santos, Sargsyan, Sarkozy, Sasaki, Sata, Sato, Saunders, Sawadogo, Saxena
    Sayyaf, Schaeuble, Schlein, Schmidt, Schneider, Scholz, Schoof, Schroeder, Schröder, Schultz, Schulz
    Schumacher, Schumer, Schuster, Schwartz, Schwarzenegger, Schäfer, Schäuble, Scindia, Scott, Seehofer
    Seif, Selassie, Senghor, Seo, Serraj, Sesay, Sethi, Shaaban, Shah, Shaheen, Shahin, Shalit, Shamir
    Shamkhani, Shao, Shapiro, Sharaa, Sharansky, Shariatmadari, Sharif, Sharifi, Sharma, Sharon, Shastri
    Shater, Shaw, Shawki, Shehadeh, Sheinbaum, Shen, Shetty, Shevchenko, Shi, Shibani, Shim, Shimizu
    Shin, Shinawatra, Shinde, Shishakli, Shmyhal, Shoigu, Siddiqui, Sihanouk, Sikorski, Silva, Simitis
    Simmons, Simpson, Simsek, Sinclair, Singh, Sinha, Sinwar, Sipilä, Sirisena, Sirleaf, Sisi, Sistani
    Sitharaman, Skripal, Smirnov, Smith, Smotrich, Snowden, Sobchak, Sobotka, Sobyanin, Socrates, Sohn
    Sokolov, Solano, Solberg, Soleimani, Solih, Sonko, Soong, Sorensen, Soros, Soto, Sotoudeh, Sousa
    Souza, Soyinka, Soylu, Spahn, Spencer, Spielberg, Stalin, Stanekzai, Starmer, Steele, Stein
    Steinbrück, Steinitz, Steinmeier, Stephens, Stevens, Stevenson, Stewart, Stoere, Stoltenberg
    Strache, Strauss-Kahn, Stubb, Sturgeon, Støre, Su, Suarez, Subianto, Subramanian, Sudani, Suga
    Suharto, Sukarno, Sukarnoputri, Suleiman, Sullivan, Sunak, Surkov, Surovikin, Sutherland, Suu Kyi
    Suzuki, Suárez, Svensson, Swaraj, Syrskyi, Szabo, Szijjarto, Szydlo, Sánchez, Söder, Tajani
    Takahashi, Takaichi, Takeda, Talabani, Tamaki, Tambo, Tan, Tanaka, Tantawi, Tavakoli, Taylor
    Tebboune, Tekin, Temer, Tendulkar, Teo, Thaci, Thackeray, Thapa, Tharoor, Thatcher, Thaçi, Thomas
    Thompson, Thomson, Thorning-Schmidt, Thunberg, Tian, Tikhanovskaya, Tillerson, Timmermans, Tinubu
    Tiwari, Tlass, Tokayev, Torres, Toth, Touadera, Toure, Touré, Tran, Traore, Traoré, Tremblay
    Trichet, Trudeau, Truman, Trump, Truong, Truss, Tsai, Tsang, Tse, Tshisekedi, Tsikhanouskaya
    Tsipras, Tsvangirai, Tuchel, Tucker, Tudjman, Tung, Turchynov, Turki, Turnbull, Turner, Tusk, Tutu
    Tymoshenko, Tyson, Uchida, Ueda, Ueno, Ulbricht, Unal, Uribe, Vahidi, Vajpayee, Valdez, Valls, Vance
    Vargas, Varoufakis, Vasquez, Vega, Veil, Vejjajiva, Velasco, Velasquez, Velayati, Verhofstadt, Verma
    Vestager, Villepin, Visser, Vizcarra, Vo, Volker, Volkov, Volodin, Vries, Vu, Vucic, Vučić, Vázquez
    Wada, Wagenknecht, Wagner, Walesa, Walker, Wallace, Wallstrom, Walsh, Walters, Wang, Wanjiru, Warner
    Warren, Watanabe, Watson, Watts, Wałęsa, Weah, Webb, Weber, Webster, Wei, Weidel, Weidmann
    Weinstein, Weiss, Weizman, Wen, Westerwelle, Wheeler, Wickremesinghe, Widodo, Wilders, Wilkinson
    Williams, Williamson, Wilson, Winfrey, Wiranto, Wolfe, Wong, Woodward, Wright, Wu, Wulff, Xi, Xia
    Xiao, Xie, Xu, Yaalon, Yadav, Yamada, Yamaguchi, Yamamoto, Yamasaki, Yamashita, Yan, Yang
    Yanukovych, Yao, Yar'Adua, Yassin, Yatsenyuk, Yavas, Yavaş, Yavlinsky, Yellen, Yeltsin, Yermak
    Yeung, Yi, Yildirim, Yildiz, Yilmaz, Yin, Yoo, Yoon, Yoshida, Younis, Yousafzai, Yu, Yuan, Yudhoyono
    Yuksekdag, Yun, Yunus, Yushchenko, Yıldırım, Yılmaz, Zaeef, Zaghari-Ratcliffe, Zakharova, Zaluzhnyi
    Zapata, Zapatero, Zardari, Zarif, Zarqawi, Zawahiri, Zein, Zelenskiy, Zelensky, Zelenskyy, Zeman
    Zemmour, Zenawi, Zeng, Zhan, Zhang, Zhao, Zheng, Zhirinovsky, Zhong, Zhou, Zhu, Zia, Zidane
    Zimmermann, Zogby, Zou, Zoubi, Zourabichvili, Zubi, Zuckerberg, Zuma, Zyuganov, Álvarez, Çavuşoğlu
    Çelik, Öcalan, Özal, Öztürk, Şahin
    """

  /// Surnames that are also common English words, titles or places.
  ///
  /// A match ends a PERSON only after a given name, an initial or a title.
  static let ambiguousSurnames = """
    An, Archer, Ash, Ba, Baker, Ball, Ban, Banks, Barber, Barre, Bass, Battle, Bean, Begin, Bell, Berry
    Best, Bio, Bird, Bishop, Black, Bloom, Bond, Booker, Booth, Borne, Branch, Brand, Bridges, Brown
    Burns, Bush, Butler, Can, Cannon, Carpenter, Case, Cash, Castle, Chamberlain, Chambers, Charles
    Chase, Chow, Church, Cole, Cook, Cotton, Crane, Cross, Crow, Curry, Dale, Day, Dean, Ding, Do, Drake
    Draper, Drew, Du, Duke, Eagle, Early, East, English, Fall, Fan, Farmer, Field, Fields, Finch, Fish
    Flowers, Ford, Forest, Fox, France, Frank, Franks, French, Friend, Frost, Fry, Fuller, Gallant, Game
    Gates, Gay, Glass, Gold, Golden, Good, Gore, Grace, Grant, Graves, Gray, Green, Grey, Hall, Harden
    Hardy, Hay, He, Head, High, Hill, Hills, Holder, Holland, Hood, Hook, Hope, House, Hunt, Hunter
    Ireland, Ivy, Jobs, Joy, Judge, Kaiser, Key, Keys, Kilo, King, Knight, Lake, Lamb, Land, Lane, Lasso
    Law, Lemon, Light, Little, Lock, London, Long, Lord, Love, Low, Lucky, Ma, Major, Man, Mane, March
    Marsh, Mason, May, Mayor, Means, Miles, Mills, Min, Mo, Moon, Moss, New, Ng, Nice, Noble, North
    Nurse, Obi, Oh, Page, Pan, Park, Parks, Peace, Pearl, Penny, Pepper, Pierce, Pike, Place, Pole, Pope
    Porter, Potter, Pound, Powers, Price, Prince, Rand, Ray, Read, Reed, Rice, Rich, Rivers, Rock, Roman
    Rose, Rush, Said, Sand, Savage, Sawyer, Sen, Sessions, Sharp, Shepherd, Short, Silver, Singer, Small
    Snow, So, Son, Song, South, Sow, Spain, Sparks, Speaker, Spring, Stark, Steel, Sterling, Stone
    Storm, Street, Strong, Summer, Summers, Sun, Swan, Sweet, Swift, Tang, Tatar, Temple, Tower, Wade
    Wall, Wan, Ward, Ware, Washington, Waters, Way, Weaver, Well, Wells, West, White, Whitehead, Wild
    Will, Winter, Winters, Wise, Wolf, Wood, Woods, Woody, Worth, Ye, York, You, Young
    """

  /// Particles inside a name ("van", "bin", "al-"), in the cases they take in news.
  ///
  /// A match between two capitals joins them to one PERSON. An entry with a final hyphen is a prefix.
  static let particles = """
    Abd, Abdal, Abdel, Abdul, Abu, abu, ad-, af, Ait, Al, al, Al-, al-, an-, ap, ar-, as-, ash-, at-, av
    az-, Aït, Bar, bar, Ben, ben, Bin, bin, bint, Binti, binti, Bou, D', d', Da, da, Dal, dal, das, De
    de, De La, De la, de la, de las, de los, degli, dei, Del, del, Della, della, delle, den, der, des
    Di, di, do, dos, dos Santos, Du, du, e, El, el, El-, el-, i, Ibn, ibn, La, la, Le, le, les, Mac, mac
    Mc, Nic, Ní, O', Oulad, Ould, ould, Saint, San, Sri, St., te, ten, ter, Tun, ul-, Um, Umm, umm, ur-
    Van, van, Van de, van de, Van Den, van den, Van der, van der, vom, Von, von, von dem, von der
    von und zu, wa, y, zu, zum, zur, Ó
    """

  /// Words after a surname that belong to the name ("Jr.", "III").
  ///
  /// A match right after a PERSON is added to it.
  static let suffixes = """
    Jr., Jr, Junior, Sr., Sr, Senior, II, III, IV, V, VI, VII, VIII, IX, X, XI, XII, XIII, XIV, XV, XVI
    XXIII, Esq., Esq, PhD, Ph.D., MD, M.D., MP, MEP, MSP, QC, KC, CBE, OBE, MBE
    """

  /// Titles and honorifics, capitalised, that stand before a name ("Prime Minister").
  ///
  /// A match before a capital starts a PERSON, and is not itself part of it.
  static let titles = """
    1st Lt., 2nd Lt., Abbot, Acting President, Adm, Adm., Admiral, Agent, Agriculture Minister
    Air Marshal, Ambassador, Archbishop, Assemblyman, Assemblywoman, Assistant Secretary, Astronaut
    Attorney General, Aunt, Ayatollah, Baron, Baroness, Bey, Bishop, Brig., Brig. Gen., Brigadier
    Brigadier General, Brother, Business Secretary, Cabinet Secretary, Caliph, Capt, Capt., Captain
    Cardinal, CEO, Chair, Chairman, Chairwoman, Chancellor, Chief, Chief Cabinet Secretary
    Chief Constable, Chief Executive, Chief Inspector, Chief Justice, Chief Minister, Chief Prosecutor
    Chief Rabbi, Chief Superintendent, Cllr, Cmdr, Cmdr., Coach, Col, Col., Colonel, Commandant
    Commander, Commissioner, Commodore, Comrade, Congressman, Congresswoman, Constable, Consul
    Consul General, Consul-General, Corporal, Cosmonaut, Councillor, Councilor, Councilman, Councilwoman, Count
    Countess, Cpl, Cpl., Crown Prince, Crown Princess, Culture Minister, Czar, Dalai Lama, Dame, Deacon
    Dean, Defence Minister, Defence Secretary, Defense Minister, Defense Secretary, Delegate, Deputy
    Deputy Foreign Minister, Deputy Mayor, Deputy Minister, Deputy Prime Minister, Deputy Secretary
    Det., Det. Insp., Detective, Development Minister, Director, Director General, District Attorney
    Doctor, Dom, Don, Doña, Dr, Dr., Duchess, Duke, Earl, Economy Minister, Education Minister
    Education Secretary, Emir, Emperor, Empress, Energy Minister, Engineer, Environment Minister, Envoy
    Ex-President, Excellency, Father, Field Marshal, Finance Minister, First Lady, First Minister
    Foreign Minister, Foreign Secretary, Former President, Former Prime Minister, Fr., Frau, Gen, Gen.
    General, General Secretary, Gov, Gov., Governor, Governor-General, Grand Ayatollah, Grand Mufti
    Guru, Hajj, Hajji, Health Minister, Health Secretary, Herr, High Commissioner, High Representative
    Highness, Hojatoleslam, Holiness, Home Minister, Home Secretary, Hon., Honorable, Honourable
    House Speaker, Housing Minister, Imam, Immigration Minister, Information Minister, Insp., Inspector
    Inspector General, Interim President, Interior Minister, Judge, Justice, Justice Minister
    Justice Secretary, Kaiser, King, Labor Minister, Labour Minister, Lady, Lama, Lance Corporal
    Lance Cpl., Leader, Lieutenant, Lieutenant Colonel, Lieutenant General, Lieutenant Governor
    Lieutenant-Colonel, Lieutenant-General, Lord, Lord Mayor, Lt, Lt., Lt. Cmdr., Lt. Col., Lt. Gen.
    Lt. Gov., Madame, Magistrate, Maj, Maj., Maj. Gen., Majesty, Major, Major General, Major-General
    Majority Leader, Manager, Marquess, Marshal, Master Sgt., Maulana, Mayor, Metropolitan, Minister
    Minority Leader, Miss, Mlle, Mme, Mme., Monsieur, Mother, Mr, Mr., Mrs, Mrs., Ms, Ms., Mufti, Mullah
    Mx., Nurse, Officer, Oil Minister, Opposition Leader, Party Chairman, Pasha, Pastor, Patriarch, Pfc.
    Police Chief, Pope, Pope Emeritus, Premier, President, President-elect, Press Secretary
    Prime Minister, Prince, Princess, Principal, Private, Prof, Prof., Professor, Prosecutor, Pvt.
    Queen, Rabbi, Rear Adm., Rear Admiral, Reconciliation Minister, Rector, Rep, Rep., Representative
    Reps., Rev, Rev., Reverend, Right Honourable, Saint, Sayyed, Sayyid, Secretary, Secretary General
    Secretary of Defense, Secretary of State, Secretary-General, Security Minister, Sen, Sen., Senator
    Senators, Senor, Senora, Sens., Sergeant, Señor, Señora, Sgt, Sgt., Sgt. Maj., Shah, Shaikh, Sharif
    Sheik, Sheikh, Sheikha, Sheriff, Signor, Signora, Sir, Sister, Solicitor General, Spc., Speaker
    Special Counsel, Special Envoy, Special Prosecutor, Special Representative, Squadron Leader
    Staff Sgt., Sultan, Superintendent, Supreme Leader, Supt., Surgeon General, Swami, Syed, Taoiseach
    Trade Minister, Transport Minister, Treasury Secretary, Trooper, Tsar, U.N. Secretary-General
    UN Secretary-General, Uncle, Under Secretary, Undersecretary, Vice Adm., Vice Admiral
    Vice Chancellor, Vice Premier, Vice President, Vice-President, Viscount, Wing Commander
    """

  /// Lower-cased words for what a person is or does; they precede or follow a name.
  ///
  /// "spokesman John Smith" and "John Smith, an analyst": a match beside a capital speaks for a
  /// PERSON.
  static let roles = """
    academic, accountant, activist, actor, actress, adviser, advisor, aide, ambassador, analyst, anchor
    anchorman, anthropologist, archaeologist, archbishop, architect, artist, assistant, astronaut
    athlete, attorney, aunt, author, banker, barrister, baseman, batsman, billionaire, biographer
    biologist, bishop, blogger, bodyguard, bowler, boxer, boyfriend, brother, bureaucrat, businessman
    businesswoman, cameraman, campaigner, candidate, captain, cardinal, cartoonist, chair, chairman
    chairperson, chairwoman, champion, chancellor, chef, chemist, chief, chief economist
    chief executive, chief executive officer, chief financial officer, chief of staff
    chief operating officer, chief prosecutor, choreographer, citizen, civilian, cleric, climatologist
    co-author, co-chair, co-director, co-founder, coach, cofounder, colleague, colonel, columnist
    comedian, commander, commentator, commissioner, composer, conductor, congressman, congresswoman
    conservative, consul, consultant, contractor, coordinator, coroner, correspondent, councillor
    councilman, councilwoman, counsel, cousin, creator, cricketer, critic, curator, cyclist, dancer
    daughter, dealer, dean, defector, defender, delegate, demographer, demonstrator, deputy
    deputy director, designer, detective, developer, dictator, diplomat, director, director general
    director-general, dissident, doctor, driver, economist, editor, editor-in-chief, educator, emir
    employee, engineer, entrepreneur, envoy, epidemiologist, ex-husband, ex-wife, executive
    executive director, expert, eyewitness, farmer, father, father-in-law, fighter, film-maker
    filmmaker, financier, firefighter, fisherman, footballer, foreign minister, forward, founder, friend
    fugitive, general, general manager, general secretary, geologist, girlfriend, goalkeeper, golfer
    governor, graduate, granddaughter, grandfather, grandmother, grandson, guitarist, gunman, head
    head coach, hero, historian, host, husband, imam, immigrant, industrialist, inmate, inspector
    instructor, interpreter, inventor, investigator, investor, jihadist, jockey, journalist, judge
    jurist, justice, king, landlord, lawmaker, lawyer, leader, lecturer, legislator, librarian
    lieutenant, linguist, lobbyist, magistrate, magnate, manager, managing director, marine, mayor
    mechanic, mediator, medic, member, merchant, meteorologist, midfielder, migrant, militant
    millionaire, minister, missionary, model, monk, mother, mother-in-law, mufti, musician, native
    negotiator, neighbor, neighbour, nephew, neurologist, niece, novelist, nun, nurse, officer, official
    ombudsman, opponent, opposition leader, organiser, organizer, owner, painter, paramedic, parent
    partner, passenger, pastor, patient, pediatrician, performer, philanthropist, philosopher
    photographer, photojournalist, physician, physicist, pianist, pilot, pitcher, player, playwright
    poet, police chief, policeman, policewoman, political scientist, politician, pollster, pope, premier
    presenter, president, president-elect, priest, prime minister, prince, princess, principal, prisoner
    producer, professor, programmer, promoter, prosecutor, protester, psychiatrist, psychologist
    publicist, publisher, quarterback, queen, rabbi, racer, rapper, rebel, rector, referee, reformer
    refugee, reporter, representative, rescuer, research director, research fellow, researcher, resident
    retiree, rider, ringleader, rival, rower, runner, sailor, salesman, scholar, scientist, screenwriter
    sculptor, secretary, secretary general, secretary-general, senator, senior adviser, senior analyst
    senior fellow, senior official, sergeant, sheikh, shepherd, sheriff, shopkeeper, singer
    singer-songwriter, sister, skier, smuggler, sociologist, soldier, solicitor, son, songwriter
    speaker, special envoy, specialist, spokesman, spokesperson, spokeswoman, sprinter, spy, statesman
    stepfather, stepmother, strategist, striker, student, successor, suicide bomber, superintendent
    supervisor, surgeon, survivor, suspect, swimmer, teacher, teammate, technician, teenager, terrorist
    theologian, therapist, trader, trainer, translator, treasurer, trustee, tutor, tycoon, uncle
    undersecretary, veteran, veterinarian, vicar, vice chairman, vice president, vice-chairman
    vice-president, victim, video journalist, villager, violinist, volunteer, waiter, waitress, warden
    warlord, whistleblower, widow, widower, wife, winger, winner, witness, worker, wrestler, writer
    youth leader
    """

  /// Verbs of reported speech, lower-cased, in the forms in which news uses them.
  ///
  /// A match right before or after a capital speaks for a PERSON (or an ORGANISATION).
  static let reportingVerbs = """
    accused, accuses, acknowledged, acknowledges, added, adds, admits, admitted, advised, advises
    affirmed, affirms, agreed, agrees, alleged, alleges, announced, announces, answered, answers
    appealed, argued, argues, asked, asks, asserted, asserts, assured, believed, believes, blamed
    blames, boasted, called, cautioned, cautions, claimed, claims, commented, comments, complained
    complains, conceded, concedes, concluded, concludes, condemned, confessed, confirmed, confirms
    contended, contends, continued, counseled, countered, cried, criticised, criticized, declared
    declares, declined, demanded, demands, denied, denies, denounced, described, describes, detailed
    disclosed, echoed, elaborated, emphasised, emphasized, emphasizes, estimated, estimates, exclaimed
    expects, explained, explains, expressed, hailed, hinted, hopes, insisted, insists, interjected
    joked, jokes, lamented, mentioned, mused, noted, notes, objected, observed, observes, opined
    ordered, pledged, pledges, pointed, posted, praised, predicted, predicts, proclaimed, promised
    promises, proposed, protested, quipped, quoted, reaffirmed, recalled, recalls, reckoned, reckons
    recommended, recounted, reiterated, reiterates, rejected, remarked, remarks, reminded, repeated
    replied, replies, reported, reports, responded, responds, retorted, revealed, reveals, ruled, said
    saying, says, shouted, shrugged, sighed, speculated, spoke, stated, states, stressed, stresses
    suggested, suggests, summarised, summarized, swore, talked, tells, testified, testifies, thinks
    thought, threatened, threatens, told, tweeted, tweets, urged, urges, vowed, vows, warned, warns
    whispered, wondered, wonders, writes, wrote, yelled
    """
}
